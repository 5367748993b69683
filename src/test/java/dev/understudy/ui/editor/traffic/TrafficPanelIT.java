package dev.understudy.ui.editor.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.CopyButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrafficPanelIT extends EditorFixture {

    @Autowired
    private Listeners listeners;

    @Autowired
    private EditorServices services;

    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        listeners.stop(accessOf(ana, id));
    }

    private BrowserlessUIContext panel(Actor actor) {
        BrowserlessUIContext window = open(actor);
        window.activate();
        EditorSession session = new EditorSession(services, accessOf(actor, id));
        TrafficPanel panel = new TrafficPanel(session, new NoActions() {
            @Override
            public void open(NodeId node) {
                opened.add(node.value());
            }

            @Override
            public boolean mayEdit() {
                return session.standing().peek().mayEdit();
            }
        });
        session.occupy(panel);
        UI.getCurrentOrThrow().add(panel);
        settle(window);
        return window;
    }

    private ListenerState.Running run() {
        return (ListenerState.Running) listeners.start(accessOf(ana, id), Optional.empty());
    }

    private static String panelText(BrowserlessUIContext window) {
        return text(window, TrafficPanel.class);
    }

    @Test
    @DisplayName("U140 while the mock is stopped that is said; when it runs, where to ask it")
    void nothing() {
        BrowserlessUIContext window = panel(ana);
        assertThat(panelText(window)).contains("The mock is stopped");
        String url = run().url();
        eventually(
                window, () -> assertThat(panelText(window)).contains("Nothing was asked yet", "curl -i '" + url + "'"));
    }

    @Test
    @DisplayName("U140 two people see each request as it comes, with what answered; one opened, why and all of it")
    void live() throws Exception {
        int port = run().port();
        BrowserlessUIContext first = panel(ana);
        BrowserlessUIContext second = panel(ben);
        Wire.get(port, "/nowhere/at/all");
        eventually(first, () -> assertThat(panelText(first)).contains("GET/nowhere/at/all404", "nothing matched"));
        eventually(second, () -> assertThat(panelText(second)).contains("/nowhere/at/all"));
        assertThat(panelText(first)).doesNotContain("Host: ");
        first.test(first.find(NativeButton.class, first.find(TrafficPanel.class).single())
                        .all()
                        .getFirst())
                .click();
        assertThat(panelText(first)).contains("Host: ", "nearest: ", "Response");
        assertThat(first.find(
                                CopyButton.class,
                                first.find(ExchangeDetails.class).single())
                        .single()
                        .copied())
                .isEqualTo("curl -i 'http://localhost:%d/nowhere/at/all'".formatted(port));
        press(first, "Open nearest");
        assertThat(opened).hasSize(1);
    }

    @Test
    @DisplayName("U141 paused, nothing moves and what is new is counted; an editor clears for all, a viewer can't")
    void paused() throws Exception {
        int port = run().port();
        BrowserlessUIContext window = panel(ana);
        BrowserlessUIContext viewers = panel(member("Lea", Role.VIEWER));
        press(window, "Pause");
        Wire.get(port, "/one");
        eventually(window, () -> assertThat(buttons(window)).contains("Resume (1 new)"));
        assertThat(panelText(window)).doesNotContain("/one");
        press(window, "Resume (1 new)");
        assertThat(panelText(window)).contains("/one");
        eventually(viewers, () -> assertThat(panelText(viewers)).contains("/one"));
        assertThat(buttons(viewers)).contains("Pause").doesNotContain("Clear");
        press(window, "Clear");
        eventually(
                window,
                () -> assertThat(panelText(window))
                        .contains("Nothing was asked yet")
                        .doesNotContain("/one"));
        eventually(viewers, () -> assertThat(panelText(viewers)).doesNotContain("/one"));
    }
}
