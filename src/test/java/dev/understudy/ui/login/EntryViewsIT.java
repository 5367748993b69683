package dev.understudy.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Members;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntryViewsIT extends UiFixture {

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    private Actor ana;
    private BrowserlessUIContext window;

    @BeforeEach
    void ana() {
        ana = member("Ana", Role.OWNER);
    }

    @Test
    @DisplayName("P20 who wants a page without being signed in gets the form")
    void login() {
        window = strangersBrowser();
        window.navigate("login", LoginView.class);
        assertThat(window.find(LoginForm.class).single().getAction()).isEqualTo("login");
        assertThat(window.find(LoginForm.class).single().isError()).isFalse();
    }

    @Test
    @DisplayName("P10 a link leads to an account and into the team; what is wrong is said at its field")
    void joinWithNewAccount() {
        String email = "ben-" + UUID.randomUUID() + "@example.org";
        String secret = invite(Role.EDITOR);
        window = strangersBrowser();
        window.navigate("join/" + secret, JoinView.class);
        assertThat(title()).isEqualTo("Join Team");
        click("Create account and join");
        assertThat(window.find(EmailField.class).single().getErrorMessage())
                .isEqualTo(Refusal.EMAIL_INVALID.sentence());
        window.find(EmailField.class).single().setValue(email);
        window.find(TextField.class).single().setValue("Ben");
        window.find(PasswordField.class).single().setValue("short");
        click("Create account and join");
        assertThat(window.find(PasswordField.class).single().getErrorMessage())
                .isEqualTo(Refusal.PASSWORD_TOO_SHORT.sentence());
        window.find(PasswordField.class).single().setValue("correct horse battery");
        click("Create account and join");
        assertThat(members.list(accessOf(ana)))
                .extracting(Members.Member::email)
                .contains(email);
        assertThat(window.find(EmailField.class).exists()).isFalse();
    }

    @Test
    @DisplayName("P36 a link says the same to an address that has an account and to one that has none")
    void joinWithTakenAddress() {
        String secret = invite(Role.EDITOR);
        assertThat(saidAfterJoining(secret, ana.email())).isEqualTo("You are being signed in…");
        assertThat(invitations.find(secret)).isPresent();
        assertThat(saidAfterJoining(secret, "ben-" + UUID.randomUUID() + "@example.org"))
                .isEqualTo("You are being signed in…");
        assertThat(invitations.find(secret)).isEmpty();
    }

    private String saidAfterJoining(String secret, String email) {
        window = strangersBrowser();
        window.navigate("join/" + secret, JoinView.class);
        window.find(EmailField.class).single().setValue(email);
        window.find(TextField.class).single().setValue("Ben");
        window.find(PasswordField.class).single().setValue("correct horse battery");
        click("Create account and join");
        return window.find(EmailField.class).exists()
                ? window.find(EmailField.class).single().getErrorMessage()
                : window.find(AccountForm.class)
                        .single()
                        .getChildren()
                        .map(child -> child.getElement().getText())
                        .findFirst()
                        .orElse("");
    }

    @Test
    @DisplayName("P10 who has an account joins with it")
    void joinWithAccount() {
        Actor ben = member("Ben", Role.VIEWER);
        Actor cleo = ana;
        team = newTeam("Other team");
        join(cleo, team, Role.OWNER);
        String secret = invite(Role.EDITOR);
        window = browserOf(ben);
        window.navigate("join/" + secret, JoinWithAccountView.class);
        click("Join as Ben");
        assertThat(accessOf(ben).role()).isEqualTo(Role.EDITOR);
    }

    @Test
    @DisplayName("P10 a link that is used up says so and offers nothing")
    void deadLink() {
        window = strangersBrowser();
        window.navigate("join/nothing", JoinView.class);
        assertThat(title()).isEqualTo("This link no longer works");
        assertThat(window.find(Button.class).exists()).isFalse();
    }

    @Test
    @DisplayName("P19 the link of the first start is dead once there is an account")
    void setup() {
        window = strangersBrowser();
        window.navigate("setup/nothing", SetupView.class);
        assertThat(title()).isEqualTo("This link is used up");
        assertThat(window.find(PasswordField.class).exists()).isFalse();
    }

    private String invite(Role role) {
        return switch (invitations.create(accessOf(ana), role)) {
            case Answer.Done<Invitation.Issued>(Invitation.Issued issued) -> issued.secret();
            case Answer.Refused<Invitation.Issued>(Refusal why) -> throw new AssertionError(why);
        };
    }

    private String title() {
        return window.find(H1.class).single().getText();
    }

    private void click(String text) {
        window.test(window.find(Button.class).withText(text).single()).click();
        settle(window);
    }
}
