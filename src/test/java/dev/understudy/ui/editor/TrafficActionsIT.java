package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.wire.Talker;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.traffic.TrafficPanel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrafficActionsIT extends EditorFixture {

    private static final NodeId CHAT = Sample.id(90);

    @Autowired
    private Listeners listeners;

    @Autowired
    private EditorServices services;

    private final List<Collection<NodeId>> lit = new CopyOnWriteArrayList<>();

    @Override
    protected Environment sample() {
        Environment document = super.sample();
        return document.with(node(Kind.ROUTE, CHAT, Sample.ROOT, Slot.CHILDREN)
                        .with(Schema.ROUTE_TYPE, RouteType.WS)
                        .with(Schema.ROUTE_ENDPOINT, "chat"))
                .with(node(Kind.RESPONSE, Sample.id(91), CHAT, Slot.RESPONSES)
                        .with(Schema.RESPONSE_DEFAULT, true)
                        .with(Schema.RESPONSE_LABEL, "Echo")
                        .with(Schema.RESPONSE_BODY, "{\"said\":\"{{body}}\"}"))
                .with(document.get(Sample.HOOK).with(Schema.CALLBACK_URI, "/health"))
                .with(node(Kind.INVOCATION, Sample.id(92), Sample.PAID, Slot.INVOCATIONS)
                        .with(Schema.INVOCATION_CALLBACK, Sample.HOOK.value()));
    }

    private static Node node(Kind kind, NodeId id, NodeId parent, Slot slot) {
        return Node.of(id, kind, parent, slot, new OrderKey("a5"));
    }

    @AfterEach
    void stop() {
        listeners.stop(accessOf(ana, id));
    }

    private int run() {
        return ((ListenerState.Running) listeners.start(accessOf(ana, id), Optional.empty())).port();
    }

    private BrowserlessUIContext panel(Actor actor) {
        BrowserlessUIContext window = open(actor);
        window.activate();
        EditorSession session = new EditorSession(services, accessOf(actor, id));
        TrafficPanel panel =
                new TrafficPanel(session, new TrafficActions(session, new Actions(session), (_, _) -> {}, lit::add));
        session.occupy(panel);
        UI.getCurrentOrThrow().add(panel);
        settle(window);
        return window;
    }

    private static String text(BrowserlessUIContext window) {
        return text(window, TrafficPanel.class);
    }

    private void openFirst(BrowserlessUIContext window) {
        window.test(window.find(
                                NativeButton.class,
                                window.find(TrafficPanel.class).single())
                        .all()
                        .getFirst())
                .click();
        settle(window);
    }

    @Test
    @DisplayName("U172 a request sent again is there for everybody with who sent it, and open for that one")
    void again() throws Exception {
        int port = run();
        BrowserlessUIContext first = panel(ana);
        BrowserlessUIContext second = panel(ben);
        Wire.ask(port, "GET /health HTTP/1.1\r\nHost: x\r\nX-Api-Key: s3cr3t\r\n\r\n");
        eventually(first, () -> assertThat(text(first)).contains("/health"));
        eventually(first, () -> assertThat(lit).contains(List.of(Sample.HEALTH)));
        openFirst(first);
        press(first, "Send again");
        eventually(second, () -> assertThat(text(second)).contains("sent again by Ana"));
        eventually(
                first,
                () -> assertThat(text(first)).containsPattern("sent again by Ana · [^§]*X-Api-Key[^§]*GET/health"));
        assertThat(text(first)).doesNotContain("s3cr3t");
        assertThat(listeners
                        .trafficHere(accessOf(ana, id).branch().id())
                        .orElseThrow()
                        .exchanges())
                .allSatisfy(exchange ->
                        assertThat(exchange.requestHeaders().toString()).contains("s3cr3t"));
        listeners.stop(accessOf(ana, id));
        press(first, "Send again");
        eventually(first, () -> assertThat(notices(first).toString()).contains("The mock is stopped"));
    }

    @Test
    @DisplayName("U171 an answer becomes one more response of the route that gave it; viewers are offered neither")
    void response() throws Exception {
        int port = run();
        BrowserlessUIContext window = panel(ana);
        Wire.ask(port, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        eventually(window, () -> assertThat(text(window)).contains("/health"));
        openFirst(window);
        press(window, "Add as response");
        window.test(window.find(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Add"))
                        .findFirst()
                        .orElseThrow())
                .click();
        settle(window);
        eventually(
                window,
                () -> assertThat(children(Sample.HEALTH, Slot.RESPONSES)).hasSize(3));
        BrowserlessUIContext viewers = panel(member("Lea", Role.VIEWER));
        eventually(viewers, () -> assertThat(text(viewers)).contains("/health"));
        openFirst(viewers);
        assertThat(buttons(viewers)).contains("Open route").doesNotContain("Send again", "Add as response");
    }

    @Test
    @DisplayName("U173 a conversation is one row that opens to its messages as they come, and how it ended")
    void conversation() throws Exception {
        int port = run();
        BrowserlessUIContext window = panel(ana);
        try (Talker talker = Talker.open(port, "/chat")) {
            talker.say("hello");
            eventually(window, () -> assertThat(text(window)).contains("open for", "2 messages"));
            openFirst(window);
            assertThat(text(window)).contains("Messages", "hello", "\"said\" : \"hello\"", "answered by Echo", "to 1");
            talker.say("more");
            eventually(window, () -> assertThat(text(window)).contains("4 messages", "\"said\" : \"more\"", "to 3"));
            assertThat(buttons(window))
                    .contains("Open route")
                    .doesNotContain("Send again", "Add as response", "Preview", "Make a route of it");
            talker.leave();
            eventually(window, () -> assertThat(text(window)).contains("closed by the client: 1000 bye"));
        }
    }

    @Test
    @DisplayName("U174 what came of a callback stands with the exchange that sent it, as it comes")
    void callbacks() throws Exception {
        int port = run();
        BrowserlessUIContext window = panel(ana);
        Wire.ask(port, "POST /orders/1/payment HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        eventually(window, () -> assertThat(text(window)).contains("/orders/1/payment"));
        window.test(window
                        .find(
                                NativeButton.class,
                                window.find(TrafficPanel.class).single())
                        .all()
                        .stream()
                        .filter(row -> row.getElement().getTextRecursively().contains("/payment"))
                        .findFirst()
                        .orElseThrow())
                .click();
        eventually(
                window, () -> assertThat(text(window)).containsPattern("Callback Order paid: [A-Z]+ /health → \\d{3}"));
    }
}
