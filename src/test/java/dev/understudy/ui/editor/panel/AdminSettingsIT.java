package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.hosting.AdminEntry;
import dev.understudy.hosting.Listeners;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.kit.CopyButton;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AdminSettingsIT extends EditorFixture {

    @Autowired
    private Listeners listeners;

    private BrowserlessUIContext window;

    @AfterEach
    void stop() {
        listeners.stop(accessOf(ana, id));
    }

    @Test
    @DisplayName("U90 the token is hidden until it is asked for, and can be copied with the command that uses it")
    void reveal() {
        listeners.start(accessOf(ana, id), Optional.empty());
        String token = entry().token().orElseThrow();
        show(ben);
        eventually(
                window, () -> assertThat(box("Address")).isEqualTo(entry().url().orElseThrow()));
        assertThat(box("Token")).doesNotContain(token);
        assertThat(text(window, AdminSettings.class)).contains("curl -N").doesNotContain(token);
        assertThat(window.find(CopyButton.class, part()).all())
                .extracting(CopyButton::copied)
                .contains(
                        token,
                        entry().url().orElseThrow(),
                        "curl -N -H 'Authorization: Bearer %s' '%s/events'"
                                .formatted(token, entry().url().orElseThrow()));
        press(window, "Show");
        assertThat(box("Token")).isEqualTo(token);
        press(window, "Hide");
        assertThat(box("Token")).doesNotContain(token);
    }

    @Test
    @DisplayName("U90 another token is made after a question, and everybody's page has it")
    void renew() {
        listeners.start(accessOf(ana, id), Optional.empty());
        String old = entry().token().orElseThrow();
        show(ben);
        eventually(window, () -> assertThat(box("Address")).isNotEmpty());
        press(window, "Make a new token…");
        assertThat(entry().token()).hasValue(old);
        press(window, "Make a new token");
        eventually(window, () -> assertThat(entry().token().orElseThrow()).isNotEqualTo(old));
        eventually(window, () -> assertThat(copied()).isEqualTo(entry().token().orElseThrow()));
        String third = listeners.renewAdminToken(accessOf(ana, id)).token().orElseThrow();
        eventually(window, () -> assertThat(copied()).isEqualTo(third));
    }

    @Test
    @DisplayName("U90 before the first start there is no token, and one can be made")
    void first() {
        show(ben);
        eventually(window, () -> assertThat(part().isVisible()).isTrue());
        assertThat(text(window, AdminSettings.class)).contains("made when the mock starts for the first time");
        press(window, "Make a token");
        eventually(window, () -> assertThat(copied()).isEqualTo(entry().token().orElseThrow()));
    }

    @Test
    @DisplayName("U90 a viewer gets none of it; where the operator has no admin API, that is said")
    void nobody() {
        show(member("Lea", Role.VIEWER));
        eventually(window, () -> assertThat(buttons(window)).doesNotContain("Show", "Make a token"));
        assertThat(window.find(AdminSettings.class).all()).isEmpty();
        assertThat(AdminSettings.sentence(new AdminEntry(false, Optional.of("secret"), Optional.empty())))
                .contains("switched the admin API off");
    }

    private void show(Actor actor) {
        window = open(actor, Sample.ROOT);
    }

    private AdminEntry entry() {
        return listeners.adminEntry(accessOf(ana, id));
    }

    private AdminSettings part() {
        return window.find(AdminSettings.class).single();
    }

    private String box(String label) {
        return window.find(TextField.class, part()).withLabel(label).single().getValue();
    }

    private String copied() {
        return window.find(CopyButton.class, part()).all().getFirst().copied();
    }
}
