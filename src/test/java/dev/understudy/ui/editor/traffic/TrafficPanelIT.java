package dev.understudy.ui.editor.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.TrafficFilter;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.CopyButton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrafficPanelIT extends EditorFixture {

    @Autowired
    private Listeners listeners;

    @Autowired
    private EditorServices services;

    @Autowired
    private TrafficFeed feed;

    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        listeners.stop(accessOf(ana, id));
    }

    private TrafficPanel of(BrowserlessUIContext window) {
        window.activate();
        return window.find(TrafficPanel.class).single();
    }

    private List<Exchange> asked() {
        return feed.exchanges(accessOf(ana, id));
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
                window,
                () -> assertThat(panelText(window)).contains("Nothing was asked lately", "curl -i '" + url + "'"));
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
                        .all()
                        .getFirst()
                        .copied())
                .isEqualTo("curl -i 'http://localhost:%d/nowhere/at/all'".formatted(port));
        press(first, "Open nearest");
        assertThat(opened).hasSize(1);
    }

    @Test
    @DisplayName("U153 it is narrowed to a method, a class of status, errors, and the route that the form shows")
    void narrowed() throws Exception {
        int port = run().port();
        Wire.get(port, "/nowhere");
        Wire.get(port, "/" + NodeNames.samplePath(route().get(Schema.ROUTE_ENDPOINT)));
        await().until(() -> asked().size() == 2);
        Exchange answered = asked().getLast();
        assertThat(answered.route()).contains(route().id());
        BrowserlessUIContext window = panel(ana);
        eventually(window, () -> assertThat(panelText(window)).contains("/nowhere", answered.path()));
        assertThat(buttons(window)).contains("Errors").doesNotContain("This route");
        press(window, "Errors");
        assertThat(shownPaths(window)).containsExactly("/nowhere");
        press(window, "Errors");
        of(window).bind(Optional.of(route().id()));
        press(window, "This route");
        assertThat(shownPaths(window)).containsExactly(answered.path());
        of(window).show(new TrafficFilter("", Optional.of("POST"), TrafficFilter.Statuses.ANY, Optional.empty()));
        assertThat(shownPaths(window)).isEmpty();
        assertThat(panelText(window)).contains("Nothing of it fits the filter.");
        of(window).show(new TrafficFilter("", Optional.of("GET"), TrafficFilter.Statuses.CLIENT, Optional.empty()));
        assertThat(shownPaths(window)).containsExactly("/nowhere");
    }

    @Test
    @DisplayName("U150 what was asked before the mock began anew is read page by page, by the filter")
    void older() throws Exception {
        int port = run().port();
        for (int number = 0; number < 60; number++) {
            Wire.get(port, "/before/" + number);
        }
        await().until(() -> feed.before(accessOf(ana, id), _ -> true, later(), 100)
                        .exchanges()
                        .size()
                == 60);
        listeners.stop(accessOf(ana, id));
        run();
        BrowserlessUIContext window = panel(ana);
        eventually(window, () -> assertThat(panelText(window)).contains("Nothing was asked lately"));
        press(window, "Older");
        eventually(window, () -> assertThat(shownPaths(window)).hasSize(50).endsWith("/before/59"));
        press(window, "Older");
        eventually(window, () -> assertThat(shownPaths(window)).hasSize(60).startsWith("/before/0"));
        assertThat(panelText(window)).contains("Nothing older is kept.");
        assertThat(buttons(window)).doesNotContain("Older");
        of(window).show(new TrafficFilter("before/7", Optional.empty(), TrafficFilter.Statuses.ANY, Optional.empty()));
        press(window, "Older");
        eventually(window, () -> assertThat(shownPaths(window)).containsExactly("/before/7"));
    }

    @Test
    @DisplayName("U151 an address opens its exchange among the others, else above them, or says that it is not kept")
    void linked() throws Exception {
        int port = run().port();
        Wire.get(port, "/linked");
        await().until(() -> asked().size() == 1);
        Exchange exchange = asked().getFirst();
        BrowserlessUIContext window = panel(member("Lea", Role.VIEWER));
        eventually(window, () -> assertThat(panelText(window)).contains("/linked"));
        of(window).open(exchange.id());
        assertThat(panelText(window)).contains("Host: ", "Copy link").doesNotContain("The linked request");
        await().until(() -> feed.before(accessOf(ana, id), _ -> true, later(), 1)
                        .exchanges()
                        .size()
                == 1);
        listeners.stop(accessOf(ana, id));
        run();
        BrowserlessUIContext other = panel(ben);
        of(other).open(exchange.id());
        eventually(other, () -> assertThat(panelText(other)).contains("The linked request", "/linked", "Host: "));
        of(other).open(ExchangeIds.at(5));
        eventually(
                other,
                () -> assertThat(panelText(other))
                        .contains("The linked request is not kept any more.")
                        .doesNotContain("Host: "));
        press(other, "Close the linked request");
        assertThat(panelText(other)).doesNotContain("The linked request");
    }

    @Test
    @DisplayName("U152 the traffic is a page of its own, with its filter in its address; beside it is no second one")
    void page() throws Exception {
        int port = run().port();
        Wire.get(port, "/nowhere");
        BrowserlessUIContext window = openQuery(ana, "/traffic", "status=errors&words=no&color=red");
        eventually(window, () -> assertThat(panelText(window)).contains("/nowhere"));
        assertThat(of(window).filter())
                .isEqualTo(new TrafficFilter("no", Optional.empty(), TrafficFilter.Statuses.ERRORS, Optional.empty()));
        assertThat(text(window, TrafficPage.class)).contains("← Editor");
        assertThat(TrafficAddress.of(of(window).filter())).isEqualTo("?words=no&status=errors");
        assertThat(buttons(window)).doesNotContain("Traffic");
    }

    @Test
    @DisplayName("U151 the address of an exchange opens the editor with the traffic beside the form")
    void address() throws Exception {
        int port = run().port();
        Wire.get(port, "/linked");
        await().until(() -> asked().size() == 1);
        BrowserlessUIContext window =
                openQuery(ben, "", TrafficAddress.of(asked().getFirst().id()).substring(1));
        eventually(window, () -> assertThat(panelText(window)).contains("/linked", "Host: "));
    }

    private List<String> shownPaths(BrowserlessUIContext window) {
        return window.find(ExchangeList.class, of(window)).single().shown().stream()
                .map(Exchange::path)
                .toList();
    }

    private Node route() {
        return document().nodes().stream()
                .filter(node -> node.kind() == Kind.ROUTE
                        && node.get(Schema.ROUTE_METHOD).name().equals("GET"))
                .findFirst()
                .orElseThrow();
    }

    private static UUID later() {
        return ExchangeIds.startOf(Instant.now().plusSeconds(5));
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
                        .contains("Nothing was asked lately")
                        .doesNotContain("/one"));
        eventually(viewers, () -> assertThat(panelText(viewers)).doesNotContain("/one"));
    }
}
