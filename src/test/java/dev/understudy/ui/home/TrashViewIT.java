package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrashViewIT extends UiFixture {

    private Actor ana;
    private BrowserlessUIContext window;

    @BeforeEach
    void people() {
        ana = member("Ana", Role.OWNER);
    }

    @Test
    @DisplayName("U9 what somebody deletes shows in the trash with who did it, and can be restored from there")
    void deletedAndRestored() {
        EnvironmentId id = environment(ana, "Coffee shop");
        open(member("Ben", Role.EDITOR));
        eventually(
                window,
                () -> assertThat(window.find(H2.class).all())
                        .extracting(H2::getText)
                        .contains("The trash is empty"));

        environments.trash(accessOf(ana, id));
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        assertThat(window.find(Span.class).withText("by Ana").exists()).isTrue();

        window.test(window.find(Button.class).withText("Restore").single()).click();
        eventually(window, () -> assertThat(names()).isEmpty());
        assertThat(environments.list(accessOf(ana)))
                .extracting(EnvironmentSummary::name)
                .containsExactly("Coffee shop");
    }

    @Test
    @DisplayName("U10 a viewer sees the trash and cannot restore from it")
    void viewerCannotRestore() {
        environments.trash(accessOf(ana, environment(ana, "Coffee shop")));
        open(member("Lea", Role.VIEWER));
        eventually(window, () -> assertThat(names()).containsExactly("Coffee shop"));
        assertThat(window.find(Button.class).withText("Restore").exists()).isFalse();
    }

    private void open(Actor actor) {
        window = browserOf(actor);
        window.navigate(TrashView.class);
    }

    private List<String> names() {
        return window.find(Span.class).withClassName("name").all().stream()
                .map(Span::getText)
                .toList();
    }
}
