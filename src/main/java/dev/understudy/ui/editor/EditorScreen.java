package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.understudy.collab.LastChange;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import java.time.Clock;
import java.util.Optional;

/// The whole editor of one environment: bar, tree, form and status line. On a phone the tree is a drawer.
final class EditorScreen extends Div {

    private final Desk desk;
    private final ListenerBar listener;
    private final SidePanel side;
    private final Content content;
    private final StatusBar status;

    EditorScreen(Desk desk, Clock clock, String team, LastChange last, Component account) {
        this.desk = desk;
        Actions actions = new Actions(desk);
        Curl curl = new Curl(desk);
        this.listener = new ListenerBar(desk, curl);
        this.side = new SidePanel(desk, actions, this::made, curl);
        this.content = new Content(desk, actions, clock, this::made);
        this.status = new StatusBar(desk, clock, last, new ProblemList(desk, this::go));
        addClassName("editor");
        Div scrim = new Div();
        scrim.addClassName("scrim");
        scrim.addClickListener(click -> drawer(false));
        add(new TopBar(desk, team, listener, account, () -> drawer(!isDrawerOpen())), side, scrim, content, status);
        desk.occupy(this);
        desk.onCommitted(content::changed);
        desk.onCommitted(status::changed);
    }

    /// Shows a node, or what stands first in a section.
    ///
    /// @param section what the address names instead of a node
    void show(Optional<NodeId> named, Optional<Section> section) {
        Optional<NodeId> shown = content.show(named, section);
        side.show(shown, section);
        status.show(shown);
        listener.show(shown);
        if (named.isPresent() || section.filter(asked -> !asked.isListed()).isPresent()) {
            drawer(false);
        }
    }

    SidePanel side() {
        return side;
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
        UI.getCurrentOrThrow().navigate(Links.to(desk.environment(), node));
    }

    private boolean isDrawerOpen() {
        return "open".equals(getElement().getAttribute("data-drawer"));
    }

    private void drawer(boolean open) {
        getElement().setAttribute("data-drawer", open ? "open" : "closed");
    }
}
