package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.hosting.listener.AdminEntry;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.SecretField;
import java.util.List;
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
    @DisplayName("U90 P45 a token that was made is shown this once, to who made it, with the command that uses it")
    void once() {
        listeners.start(accessOf(ana, id), Optional.empty());
        show(ben);
        eventually(
                window, () -> assertThat(box("Address")).isEqualTo(entry().url().orElseThrow()));
        assertThat(text(window, AdminSettings.class))
                .contains("Nobody has made one yet")
                .doesNotContain("curl -N");
        press(window, "Make a token");
        eventually(window, () -> assertThat(secrets()).hasSize(1));
        String token = secrets().getFirst();
        assertThat(token).matches("[0-9A-Za-z]{40}");
        assertThat(text(window, AdminSettings.class))
                .contains("shown only this once", "was made by Ben", "curl -N -H 'Authorization: Bearer " + token);
        assertThat(copied()).contains(token);
        show(ben);
        eventually(window, () -> assertThat(text(window, AdminSettings.class)).contains("was made by Ben"));
        assertThat(secrets()).isEmpty();
        assertThat(text(window, AdminSettings.class)).contains("Bearer TOKEN").doesNotContain(token);
        assertThat(copied()).doesNotContain(token);
    }

    @Test
    @DisplayName("U90 another token is made after a question; the page of who made the one before shows it no more")
    void renew() {
        listeners.start(accessOf(ana, id), Optional.empty());
        show(ben);
        eventually(window, () -> assertThat(part().isVisible()).isTrue());
        press(window, "Make a token");
        eventually(window, () -> assertThat(secrets()).hasSize(1));
        String first = secrets().getFirst();
        press(window, "Make a new token…");
        assertThat(secrets()).containsExactly(first);
        press(window, "Make a new token");
        eventually(window, () -> assertThat(secrets()).hasSize(1).doesNotContain(first));
        listeners.renewAdminToken(accessOf(ana, id));
        eventually(window, () -> assertThat(secrets()).isEmpty());
        eventually(window, () -> assertThat(text(window, AdminSettings.class)).contains("was made by Ana"));
    }

    @Test
    @DisplayName("U90 a viewer gets none of it; where the operator has no admin API, that is said")
    void nobody() {
        show(member("Lea", Role.VIEWER));
        eventually(window, () -> assertThat(buttons(window)).doesNotContain("Make a token"));
        assertThat(window.find(AdminSettings.class).all()).isEmpty();
        assertThat(AdminSettings.sentence(new AdminEntry(false, Optional.empty(), Optional.empty())))
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

    private List<String> secrets() {
        return window.find(SecretField.class, part()).all().stream()
                .map(field -> window.find(TextField.class, field).single().getValue())
                .toList();
    }

    private List<String> copied() {
        return window.find(CopyButton.class, part()).all().stream()
                .map(CopyButton::copied)
                .toList();
    }
}
