package dev.understudy.ui.home;

import static dev.understudy.db.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.HeldConnections;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Members;
import dev.understudy.team.RightsChange;
import dev.understudy.team.RightsLog;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.shell.ErrorView;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Pages other than the editor while the database holds all that they read and write, or has no connection left.
@SpringBootTest(
        properties = {
            "understudy.sample=false",
            "understudy.database.lock-time=60s",
            "understudy.database.statement-time=60s",
            "understudy.database.idle-transaction-time=120s",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.maximum-pool-size=" + StalledPagesIT.POOL
        })
class StalledPagesIT extends UiFixture {

    static final int POOL = 16;

    /// Far longer than a click takes, and far shorter than what is locked is waited for.
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    @Autowired
    private DataSource database;

    @Autowired
    private DSLContext rows;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private Users users;

    @Autowired
    private RightsLog rights;

    private HeldConnections held;
    private Actor ana;
    private BrowserlessUIContext window;

    @BeforeEach
    void people() {
        held = new HeldConnections(database);
        ana = member("Ana", Role.OWNER);
    }

    @AfterEach
    void release() throws Exception {
        held.close();
    }

    @Test
    @DisplayName("U137 who creates an environment goes on using the page, and is led to it once it is there, once")
    void create() throws Exception {
        open("");
        Button create =
                window.find(Button.class).withText("New environment").all().getFirst();
        create.click();
        name("Payments");
        Button submit = button("Create");
        stalled("environment", create, () -> {
            submit.click();
            submit.click();
        });
        assertThat(names()).containsExactly("Payments");
        assertThat(UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPath())
                .startsWith("environments/");
    }

    @Test
    @DisplayName("U137 who has gone elsewhere while an environment was created is told of it and not led to it")
    void createdMeanwhile() throws Exception {
        open("");
        button("New environment").click();
        name("Payments");
        held.lock("lock table branch in access exclusive mode");
        button("Create").click();
        UI.getCurrentOrThrow().navigate("profile");
        held.close();
        eventually(window, () -> assertThat(notices(window)).anyMatch(text -> text.contains("“Payments” is there.")));
        assertThat(UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("profile");
    }

    @Test
    @DisplayName("U137 renaming, duplicating, deleting and undoing that leave the list to its reader, and happen once")
    void menu() throws Exception {
        environment(ana, "Coffee shop");
        open("");
        EnvironmentRow row = window.find(EnvironmentRow.class).single();
        EnvironmentMenu menu = window.find(EnvironmentMenu.class, row).single();

        menu.actions().rename(row.line(), menu);
        name("Tea shop");
        stalled("branch", menu, () -> button("Rename").click());
        assertThat(names()).containsExactly("Tea shop");

        eventually(window, () -> assertThat(row.line().summary().name()).isEqualTo("Tea shop"));
        menu.actions().duplicate(row.line(), menu);
        Button duplicate = button("Duplicate");
        stalled("environment", menu, () -> {
            duplicate.click();
            duplicate.click();
        });
        assertThat(names()).containsExactlyInAnyOrder("Tea shop", "Tea shop (copy)");

        stalled("environment", menu, () -> {
            menu.actions().trash(row.line(), menu);
            menu.actions().trash(row.line(), menu);
        });
        assertThat(names()).containsExactly("Tea shop (copy)");
        assertThat(notices(window))
                .filteredOn(text -> text.contains("is in the trash"))
                .hasSize(1);

        Button undo = button("Undo");
        stalled("environment", undo, () -> {
            undo.click();
            undo.click();
        });
        assertThat(names()).containsExactlyInAnyOrder("Tea shop", "Tea shop (copy)");
        assertThat(notices(window)).noneMatch(text -> text.contains("not in the trash"));
    }

    @Test
    @DisplayName("U137 the trash restores what is wanted once the database answers, and the page goes on meanwhile")
    void restore() throws Exception {
        EnvironmentId id = environment(ana, "Coffee shop");
        environments.trash(accessOf(ana, id));
        open("trash");
        twice("environment", button("Restore"));
        assertThat(names()).containsExactly("Coffee shop");
        assertThat(notices(window)).hasSize(1).allMatch(text -> text.contains("“Coffee shop” is back."));
    }

    @Test
    @DisplayName("U137 an owner invites, revokes, gives another role and removes while the database does not answer")
    @SuppressWarnings("unchecked")
    void members() throws Exception {
        Actor ben = member("Ben", Role.EDITOR);
        open("members");
        button("Invite by link").click();
        twice("member", button("Create link"));
        assertThat(invitations.list(accessOf(ana))).hasSize(1);
        button("Done").click();

        eventually(window, () -> assertThat(button("Revoke")).isNotNull());
        twice("invitation", button("Revoke"));
        assertThat(invitations.list(accessOf(ana))).isEmpty();

        Select<Role> role = window.find(Select.class)
                .withCondition(select -> select.getAriaLabel().orElse("").equals("Role of Ben"))
                .single();
        stalled("member", role, () -> window.test(role).selectItem("Viewer"));
        assertThat(accessOf(ben).role()).isEqualTo(Role.VIEWER);

        eventually(window, () -> assertThat(notices(window)).anyMatch(text -> text.contains("Ben is viewer now.")));
        Button remove = window.find(Button.class).withText("Remove").all().getLast();
        twice("environment", remove);
        Button sure = button("Remove Ben");
        stalled("member", remove, () -> {
            sure.click();
            sure.click();
        });
        eventually(
                window,
                () -> assertThat(members.list(accessOf(ana)))
                        .extracting(Members.Member::displayName)
                        .containsExactly("Ana"));
    }

    @Test
    @DisplayName("U137 tokens, a name and a password are changed while the database does not answer, once")
    void own() throws Exception {
        open("tokens");
        button("New access token").click();
        name("CI");
        twice("access_token", button("Create token"));
        assertThat(tokens.list(ana)).hasSize(1);
        button("Done").click();
        eventually(window, () -> assertThat(button("Revoke")).isNotNull());
        Button revoke = button("Revoke");
        revoke.click();
        stalled("access_token", revoke, () -> button("Revoke token").click());
        assertThat(tokens.list(ana)).isEmpty();

        open("profile");
        name("Ana B.");
        twice("app_user", button("Save name"));
        assertThat(users.find(ana.user())).map(User::displayName).contains("Ana B.");
        PasswordField current = window.find(PasswordField.class).all().getFirst();
        current.setValue("not the password");
        twice("app_user", button("Change password"));
        assertThat(current.isInvalid()).isTrue();
        tokens.create(ana, "CI", Set.of(TokenScope.ENVIRONMENT_READ), 1);
        twice("access_token", button("Sign out everywhere…"));
        stalled(
                "app_user",
                button("Sign out everywhere…"),
                () -> button("Sign out everywhere").click());
        assertThat(rows.fetchValue(APP_USER.SIGN_OUTS, APP_USER.ID.eq(ana.user().value())))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("U137 who joins with a link waits with a page that answers, and joins once")
    void join() throws Exception {
        String email = "ben-" + UUID.randomUUID() + "@example.org";
        window = strangersBrowser();
        window.navigate("join/" + invite(), Component.class);
        window.find(EmailField.class).single().setValue(email);
        window.find(TextField.class).single().setValue("Ben");
        window.find(PasswordField.class).single().setValue("correct horse battery");
        twice("invitation", button("Create account and join"));
        assertThat(members.list(accessOf(ana)))
                .extracting(Members.Member::email)
                .contains(email);

        Actor cleo = member("Cleo", Role.VIEWER);
        window = browserOf(cleo);
        var other = team;
        team = newTeam("Other team");
        join(ana, team, Role.OWNER);
        window.navigate("join/" + invite() + "/account", Component.class);
        twice("invitation", button("Join as Cleo"));
        assertThat(accessOf(cleo).role()).isEqualTo(Role.EDITOR);
        team = other;
    }

    @Test
    @DisplayName(
            "U137 O40 what the database does not answer in time is told with what to do, and works when tried again")
    void failure() throws Exception {
        open("");
        settle(window);
        held.take(POOL);
        Button create = button("New environment");
        create.click();
        name("Payments");
        button("Create").click();
        assertThat(isBusy(create)).isTrue();
        eventually(
                window, () -> assertThat(notices(window)).anyMatch(text -> text.contains("can't reach its database")));
        assertThat(create.isEnabled()).isTrue();
        assertThat(isBusy(create)).isFalse();
        held.close();
        assertThat(names()).isEmpty();
        create.click();
        name("Payments");
        button("Create").click();
        settle(window);
        assertThat(names()).containsExactly("Payments");
    }

    @Test
    @DisplayName("U138 O40 a page that can't be loaded for want of the database says so, with a way back")
    void firstLoad() throws Exception {
        open("");
        settle(window);
        held.take(POOL);
        UI.getCurrentOrThrow().navigate("members");
        ErrorView shown = window.find(ErrorView.class).single();
        assertThat(shown.getElement().getTextRecursively())
                .contains("This page can't be shown for the moment", "can't reach its database");
        assertThat(window.find(Anchor.class, shown).single().getHref()).isEmpty();
        held.close();
        UI.getCurrentOrThrow().navigate("members");
        assertThat(window.find(ErrorView.class).exists()).isFalse();
    }

    @Test
    @DisplayName("U137 P42 whether a session is over is looked up aside: its page answers, and ends when that is known")
    void sessionCheck() throws Exception {
        window = signedInBrowserOf(ana);
        window.navigate("", Component.class);
        UI page = UI.getCurrentOrThrow();
        settle(window);
        CountDownLatch told = new CountDownLatch(1);
        try (var _ = rights.listen(change -> {
            if (change instanceof RightsChange.OfAccount) {
                told.countDown();
            }
        })) {
            held.lock("lock table app_user in access exclusive mode");
            long start = System.nanoTime();
            rows.transaction(transaction -> {
                transaction.dsl().execute("update rights_head set id = id + 1");
                transaction
                        .dsl()
                        .execute(
                                "insert into rights_change(id, at, user_id) select id, now(), ? from rights_head",
                                ana.user().value());
            });
            rights.look();
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
            answers();
            assertThat(page.isClosing()).isFalse();
            assertThat(notices(window)).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        }
        held.close();
        rows.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, "another")
                .where(APP_USER.ID.eq(ana.user().value()))
                .execute();
        eventually(window, () -> {
            assertThat(notices(window)).isEmpty();
            assertThat(page.isClosing()).isTrue();
        });
    }

    private void twice(String table, Button button) throws Exception {
        stalled(table, button, () -> {
            button.click();
            button.click();
        });
    }

    /// Presses while nobody can read or write a table, and waits until that has been answered.
    private <C extends Component & HasEnabled> void stalled(String table, C control, Runnable press) throws Exception {
        held.lock("lock table " + table + " in access exclusive mode");
        long start = System.nanoTime();
        press.run();
        assertThat(isBusy(control)).isTrue();
        assertThat(control.isEnabled()).isFalse();
        answers();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
        held.close();
        eventually(
                window,
                () -> assertThat(isBusy(control) && control.isAttached()).isFalse());
        settle(window);
        // One whose row is gone, or whose page, is not looked at any more.
        assertThat(control.isEnabled() || !control.isAttached()).isTrue();
    }

    /// The page does what has nothing to do with the database.
    private void answers() {
        window.roundTrip();
        var toggles = window.find(Button.class).withClassName("nav-toggle").all();
        toggles.forEach(toggle -> {
            String before = toggle.getElement().getAttribute("aria-expanded");
            window.test(toggle).click();
            assertThat(toggle.getElement().getAttribute("aria-expanded")).isNotEqualTo(before);
        });
    }

    private void open(String address) {
        window = browserOf(ana);
        window.navigate(address, Div.class);
    }

    private Button button(String text) {
        return window.find(Button.class).withText(text).all().getFirst();
    }

    private void name(String name) {
        window.find(TextField.class)
                .withCondition(field -> "Name".equals(field.getLabel()))
                .single()
                .setValue(name);
    }

    private List<String> names() {
        return environments.list(accessOf(ana)).stream()
                .map(EnvironmentSummary::name)
                .toList();
    }

    private String invite() {
        return invitations.create(accessOf(ana), Role.EDITOR)
                        instanceof Answer.Done<Invitation.Issued>(Invitation.Issued issued)
                ? issued.secret()
                : "";
    }
}
