package dev.understudy.ui.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.team.Actor;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.kit.EmptyState;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensViewIT extends UiFixture {

    @Autowired
    private AccessTokens tokens;

    private Actor ana;
    private BrowserlessUIContext window;

    @BeforeEach
    void openTokens() {
        ana = member("Ana", Role.VIEWER);
        window = browserOf(ana);
        window.navigate(TokensView.class);
    }

    @Test
    @DisplayName("P17 a token is made, shown once, listed and revoked")
    void life() {
        assertThat(window.find(EmptyState.class).single().isVisible()).isTrue();
        click("New access token");
        field("Name").setValue("CI");
        click("Create token");
        String secret = field("Access token").getValue();
        assertThat(tokens.find(secret)).map(Actor::scopes).contains(Set.of(TokenScope.ENVIRONMENT_READ));
        click("Done");
        eventually(
                window,
                () -> assertThat(window.find(TokensView.class)
                                .single()
                                .getElement()
                                .getTextRecursively())
                        .contains(TokenScope.ENVIRONMENT_READ.explanation())
                        .contains("never"));
        assertThat(window.find(EmptyState.class).all()).noneMatch(EmptyState::isVisible);
        click("Revoke");
        click("Revoke token");
        assertThat(tokens.find(secret)).isEmpty();
        eventually(
                window,
                () -> assertThat(window.find(EmptyState.class).single().isVisible())
                        .isTrue());
    }

    @Test
    @DisplayName("P17 what is missing is said at its field")
    @SuppressWarnings("unchecked")
    void errors() {
        click("New access token");
        click("Create token");
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo(Refusal.NAME_INVALID.sentence());
        field("Name").setValue("CI");
        CheckboxGroup<TokenScope> scopes = window.find(CheckboxGroup.class).single();
        scopes.clear();
        click("Create token");
        assertThat(scopes.isInvalid()).isTrue();
        assertThat(field("Name").isInvalid()).isFalse();
        assertThat(tokens.list(ana)).isEmpty();
    }

    private TextField field(String label) {
        return window.find(TextField.class)
                .withCondition(field -> field.getLabel().equals(label))
                .single();
    }

    private void click(String text) {
        window.test(window.find(Button.class).withText(text).single()).click();
        settle(window);
    }
}
