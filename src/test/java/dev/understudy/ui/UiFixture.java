package dev.understudy.ui;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.VaadinSession;
import dev.understudy.collab.Environments;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.security.TestSignIn;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.Teams;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.PageQueue;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.ContextConfiguration;

/// The whole application without a browser: each test has a team of its own, in which people can be put, and a window
/// of the user interface for each of them. What "the others" do is done by calling the services as they would.
@SpringBootTest(properties = {"understudy.sample=false", "understudy.traffic.days=2"})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
public abstract class UiFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Teams teams;

    @Autowired
    private EditorServices services;

    @Autowired
    private Accesses accesses;

    @Autowired
    protected Environments environments;

    protected TeamId team;

    private SecuredBrowserlessApplicationContext<Authentication> browsers;

    @BeforeEach
    void open() {
        team = newTeam("Team");
        browsers = SpringBrowserlessApplicationContext.createSecured(context, "dev.understudy.ui");
    }

    @AfterEach
    void close() {
        browsers.close();
    }

    protected TeamId newTeam(String name) {
        return sql.transactionResult(transaction -> teams.create(transaction.dsl(), name));
    }

    /// Somebody new in the test's team.
    protected Actor member(String name, Role role) {
        UserId user = new UserId(UUID.randomUUID());
        String email = name.toLowerCase(java.util.Locale.ROOT) + "-" + user + "@example.org";
        sql.insertInto(APP_USER)
                .set(APP_USER.ID, user.value())
                .set(APP_USER.EMAIL, email)
                .set(APP_USER.DISPLAY_NAME, name)
                .set(APP_USER.PASSWORD_HASH, "")
                .set(APP_USER.CREATED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
        Actor actor = new Actor(user, name, email, TokenScope.all());
        join(actor, team, role);
        return actor;
    }

    protected void join(Actor actor, TeamId joined, Role role) {
        sql.insertInto(MEMBER)
                .set(MEMBER.TEAM_ID, joined.value())
                .set(MEMBER.USER_ID, actor.user().value())
                .set(MEMBER.ROLE, role.word())
                .set(MEMBER.JOINED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
    }

    protected TeamAccess accessOf(Actor actor) {
        return accesses.team(actor, team).orElseThrow();
    }

    protected Access accessOf(Actor actor, EnvironmentId environment) {
        return accesses.find(actor, environment).orElseThrow();
    }

    /// An environment of the test's team with nothing in it but its name.
    protected EnvironmentId environment(Actor author, String name) {
        Node root = Node.root(NodeId.random(new Random())).with(Schema.ENVIRONMENT_NAME, name);
        return environments.create(accessOf(author), Environment.of(root));
    }

    /// A new browser of somebody, showing nothing yet.
    protected BrowserlessUIContext browserOf(Actor actor) {
        return browsers.newUser(TestSignIn.of(actor.user())).newWindow();
    }

    /// A new browser whose session says whom it belongs to, as the filter chain makes it: what is pushed runs on any
    /// thread, and asks the session.
    protected BrowserlessUIContext signedInBrowserOf(Actor actor) {
        BrowserlessUIContext window = browserOf(actor);
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());
        return window;
    }

    /// A new browser of nobody in particular.
    protected BrowserlessUIContext strangersBrowser() {
        return browsers.newUser().newWindow();
    }

    /// Waits until what is pushed to the window makes the assertion true.
    protected static void eventually(BrowserlessUIContext window, Runnable assertion) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            window.activate();
            window.roundTrip();
            // Looking at what a window shows lets it do what waits for it.
            var _ = notices(window);
            try {
                assertion.run();
                return;
            } catch (AssertionError | IllegalStateException | java.util.NoSuchElementException failure) {
                if (System.nanoTime() > end) {
                    throw failure;
                }
            }
            pause();
        }
    }

    /// Waits until all that was submitted in windows is answered, no control of the window is at work, and the window
    /// was told of it.
    protected void settle(BrowserlessUIContext window) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean[] told = {false};
        while (!told[0]) {
            assertThat(System.nanoTime()).as("saved in time").isLessThan(end);
            window.activate();
            if (services.unsaved() > 0 || isBusy(window)) {
                told[0] = false;
            } else {
                PageQueue.post(UI.getCurrentOrThrow(), () -> told[0] = true);
            }
            pause();
            window.roundTrip();
            // Looking at what a window shows lets it do what waits for it.
            var _ = notices(window);
        }
    }

    private static boolean isBusy(BrowserlessUIContext window) {
        return window.find(Component.class).all().stream().anyMatch(UiFixture::isBusy);
    }

    /// Whether a control is at work.
    protected static boolean isBusy(Component control) {
        return control.getElement().hasAttribute(Errand.BUSY);
    }

    /// What somebody is told of once it is there, if it comes to that.
    ///
    /// @param asking given whom to tell
    protected <T> Optional<T> told(BrowserlessUIContext window, Consumer<Consumer<T>> asking) {
        AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
        window.activate();
        asking.accept(value -> answer.set(Optional.of(value)));
        settle(window);
        return answer.get();
    }

    /// The sentences of the notices that are open.
    protected static List<String> notices(BrowserlessUIContext window) {
        return window.find(Notification.class).all().stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
