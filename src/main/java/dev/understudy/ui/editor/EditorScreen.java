package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.understudy.collab.LastChange;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.recording.RecordingBar;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.traffic.TrafficAddress;
import dev.understudy.ui.editor.traffic.TrafficPanel;
import dev.understudy.ui.kit.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The whole editor of one environment: bar, tree, form and status line. On a phone the tree is a drawer.
final class EditorScreen extends Div {

    private final EditorSession session;
    private final ListenerBar listener;
    private final SidePanel side;
    private final FormArea content;
    private final RightPanel beside;
    private final StatusBar status;

    EditorScreen(EditorSession session, Clock clock, String team, LastChange last, Component account) {
        this.session = session;
        Actions actions = new Actions(session);
        Curl curl = new Curl(session);
        this.listener = new ListenerBar(session, curl);
        this.side = new SidePanel(session, actions, this::made, curl, this::toggle, this::showActivity);
        this.content = new FormArea(session, actions, clock, this::made, this::trafficPanel);
        this.beside = new RightPanel(session, actions, clock, this, side.tree()::flash);
        FieldNote note = new FieldNote(session, clock, beside::showField);
        this.status = new StatusBar(session, clock, last, note, new ProblemList(session, this::go));
        addClassName("editor");
        Div scrim = new Div();
        scrim.addClassName("scrim");
        scrim.addClickListener(click -> drawer(false));
        add(
                new TopBar(
                        session,
                        team,
                        List.of(new RecordingBar(session), listener),
                        account,
                        () -> drawer(!isDrawerOpen())),
                side,
                scrim,
                content,
                beside,
                status);
        session.occupy(this);
        session.onCommitted(content::changed);
        session.onCommitted(status::changed);
        session.claims()
                .onLoss(loss ->
                        Notices.offering(loss.sentence(), "Set " + loss.value() + " again", loss.again())::close);
    }

    /// Shows a node, or what stands first in a section.
    ///
    /// @param section what the address names instead of a node
    void show(Optional<NodeId> named, Optional<Section> section) {
        Optional<NodeId> shown = content.show(named, section);
        session.news().look(shown);
        side.show(shown, section);
        status.show(shown);
        boolean traffic = named.isEmpty() && section.equals(Optional.of(Section.TRAFFIC));
        getElement().setAttribute("data-page", traffic ? "traffic" : "form");
        beside.page(traffic);
        beside.bind(shown);
        listener.show(shown);
        if (named.isPresent() || section.filter(asked -> !asked.isListed()).isPresent()) {
            drawer(false);
        }
    }

    /// Shows what an address says of the traffic.
    ///
    /// @param page whether the traffic is shown as a page
    void show(QueryParameters query, boolean page) {
        Optional<TrafficPanel> full =
                page ? Optional.of(content.traffic(TrafficAddress.filter(query))) : Optional.empty();
        TrafficAddress.exchange(query)
                .ifPresent(
                        exchange -> full.ifPresentOrElse(panel -> panel.open(exchange), () -> beside.open(exchange)));
    }

    private TrafficPanel trafficPanel() {
        return beside.trafficPanel();
    }

    SidePanel side() {
        return side;
    }

    private void toggle(RightPanel.Part part) {
        beside.toggle(part);
        drawer(false);
    }

    private void showActivity(NodeId node) {
        beside.showNode(node);
        drawer(false);
    }

    private void made(NodeId node) {
        go(node);
        content.focusFirst();
    }

    private void go(Problem problem) {
        problem.node().ifPresent(node -> {
            go(node);
            content.focus(problem);
        });
    }

    private void go(NodeId node) {
        UI.getCurrentOrThrow().navigate(EditorLinks.to(session.environment(), node));
    }

    private boolean isDrawerOpen() {
        return "open".equals(getElement().getAttribute("data-drawer"));
    }

    private void drawer(boolean open) {
        getElement().setAttribute("data-drawer", open ? "open" : "closed");
    }
}
