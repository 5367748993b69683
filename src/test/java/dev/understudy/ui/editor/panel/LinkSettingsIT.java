package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.team.Actor;
import dev.understudy.team.Members;
import dev.understudy.team.Role;
import dev.understudy.team.link.Links;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinkSettingsIT extends EditorFixture {

    @Autowired
    private Links links;

    @Autowired
    private Members members;

    private BrowserlessUIContext window;

    @Test
    @DisplayName("U91 a link is made, its address is shown this once, and the list tells who made it and its last use")
    void once() {
        show(ben);
        eventually(window, () -> assertThat(text(window, LinkSettings.class)).contains("There are none."));
        press(window, "New read-only link");
        eventually(window, () -> assertThat(addresses()).hasSize(1));
        String address = addresses().getFirst();
        assertThat(address).matches("http://localhost:\\d+/api/v1/links/[0-9A-Za-z]{40}");
        eventually(window, () -> assertThat(text(window, LinkSettings.class)).contains("Ben", "just now", "never"));
        assertThat(links.find(address.substring(address.lastIndexOf('/') + 1))).isPresent();
        show(ana);
        eventually(window, () -> assertThat(text(window, LinkSettings.class)).contains("Ben", "just now"));
        assertThat(text(window, LinkSettings.class)).doesNotContain("never");
        assertThat(addresses()).isEmpty();
    }

    @Test
    @DisplayName("U91 a link is revoked after a question")
    void revoke() {
        String secret = links.create(accessOf(ana, id)).orElseThrow().secret();
        show(ben);
        eventually(
                window,
                () -> assertThat(window.find(Button.class, part())
                                .withText("Revoke")
                                .exists())
                        .isTrue());
        window.test(window.find(Button.class, part()).withText("Revoke").single())
                .click();
        assertThat(links.find(secret)).isPresent();
        press(window, "Revoke link");
        eventually(window, () -> assertThat(text(window, LinkSettings.class)).contains("There are none."));
        assertThat(links.find(secret)).isEmpty();
    }

    @Test
    @DisplayName("U91 a viewer sees no links, is offered none, and an editor who becomes one loses them at once")
    void viewers() {
        assertThat(links.create(accessOf(ana, id))).isPresent();
        show(ben);
        eventually(window, () -> assertThat(text(window, LinkSettings.class)).contains("Ana", "Revoke"));
        members.changeRole(accessOf(ana), ben.user(), Role.VIEWER);
        eventually(
                window,
                () -> assertThat(text(window, LinkSettings.class))
                        .contains("Whoever may edit this environment")
                        .doesNotContain("Revoke"));
        assertThat(notices(window)).anyMatch(text -> text.contains("You are a viewer now"));
    }

    private void show(Actor actor) {
        window = open(actor, Sample.ROOT);
    }

    private LinkSettings part() {
        return window.find(LinkSettings.class).single();
    }

    private List<String> addresses() {
        return window.find(TextField.class, part()).withLabel("Address of the link").all().stream()
                .map(TextField::getValue)
                .toList();
    }
}
