package dev.understudy.ui.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import dev.understudy.ui.UiFixture;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfileViewIT extends UiFixture {

    @Autowired
    private Users users;

    @Autowired
    private AccessTokens tokens;

    private Actor ana;
    private BrowserlessUIContext window;

    @BeforeEach
    void openProfile() {
        ana = member("Ana", Role.VIEWER);
        window = browserOf(ana);
        window.navigate(ProfileView.class);
    }

    @Test
    @DisplayName("P16 a new name is saved; an empty one is refused at its field")
    void name() {
        TextField name = window.find(TextField.class).single();
        name.setValue(" ");
        click("Save name");
        assertThat(name.getErrorMessage()).isEqualTo(Refusal.NAME_INVALID.sentence());
        name.setValue("Ana B.");
        click("Save name");
        assertThat(name.isInvalid()).isFalse();
        assertThat(users.find(ana.user())).map(User::displayName).contains("Ana B.");
        assertThat(notices(window)).anyMatch(text -> text.contains("Your name is saved."));
    }

    @Test
    @DisplayName("P16 a wrong current password is said at its field")
    void password() {
        PasswordField current = window.find(PasswordField.class).all().getFirst();
        current.setValue("not the password");
        click("Change password");
        assertThat(current.isInvalid()).isTrue();
        assertThat(current.getErrorMessage()).isEqualTo(Refusal.PASSWORD_WRONG.sentence());
    }

    @Test
    @DisplayName("P41 who has access tokens is asked about them where sessions end; who has none is not")
    void tokensToo() {
        assertThat(window.find(Checkbox.class).all()).isEmpty();
        assertThat(tokens.create(ana, "CI", Set.of(TokenScope.ENVIRONMENT_READ), 1))
                .isInstanceOf(Answer.Done.class);
        window = browserOf(ana);
        window.navigate(ProfileView.class);
        assertThat(window.find(Checkbox.class).single().getLabel()).isEqualTo("Also revoke my access token");
        click("Sign out everywhere…");
        window.find(Checkbox.class).all().forEach(box -> box.setValue(true));
        assertThat(tokens.list(ana)).hasSize(1);
        click("Sign out everywhere");
        assertThat(tokens.list(ana)).isEmpty();
    }

    private void click(String text) {
        window.test(window.find(Button.class).withText(text).single()).click();
        settle(window);
    }
}
