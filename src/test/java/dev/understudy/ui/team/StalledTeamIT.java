package dev.understudy.ui.team;

import static dev.understudy.db.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
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
import dev.understudy.ui.StalledFixture;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Members, tokens and one's own account while the database does not answer.
class StalledTeamIT extends StalledFixture {

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

    private String invite() {
        return invitations.create(accessOf(ana), Role.EDITOR)
                        instanceof Answer.Done<Invitation.Issued>(Invitation.Issued issued)
                ? issued.secret()
                : "";
    }
}
