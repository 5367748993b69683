package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.signals.Signal;
import dev.understudy.collab.Committed;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.presence.Focus;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Standing;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.Focusing;
import dev.understudy.ui.editor.panel.FolderPanel;
import dev.understudy.ui.editor.panel.RoutePanel;
import dev.understudy.ui.editor.panel.SettingsPanel;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The right side of the editor: the form of the chosen node. There is one form for each kind, which is bound to one
/// node after the other.
final class Content extends Main {

    private final Desk desk;
    private final Removal removal;
    private final Banner looking = new Banner(Tone.QUIET, "");
    private final RoutePanel route;
    private final FolderPanel folder;
    private final SettingsPanel settings;
    private final Div nothing = new Div();

    /// @param made is told of a node that was made, to show it
    Content(Desk desk, Actions actions, Consumer<NodeId> made) {
        this.desk = desk;
        this.removal = new Removal(desk, actions, Content.this::goNear);
        this.route = new RoutePanel(desk, actions, Content.this::open);
        this.folder = new FolderPanel(desk, actions, made);
        this.settings = new SettingsPanel(desk, actions);
        Button add = new Button("Add route", click -> actions.addRoute(root()).ifPresent(made));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        nothing.add(
                new EmptyState("No routes yet", "A route is a method and a path, with the responses it gives.", add));
        looking.addClassName("looking");
        add(looking, new ListenerTrouble(desk), removal, route, folder, settings, nothing);
        Signal.effect(this, () -> {
            Standing standing = desk.standing().get();
            looking.setVisible(standing instanceof Standing.Looking);
            if (standing instanceof Standing.Looking(String reason)) {
                looking.show(Tone.QUIET, reason);
            }
            add.setVisible(standing.mayEdit());
        });
    }

    /// Shows a node, or the first route if none is named.
    ///
    /// @return what is shown: for a route the response of it
    Optional<NodeId> show(Optional<NodeId> named) {
        Environment environment = desk.now().environment();
        Optional<NodeId> node = named.or(() -> FirstRoute.of(environment));
        Optional<NodeId> shown = node.flatMap(environment::find).map(this::show).or(() -> node);
        if (node.isEmpty()) {
            only(nothing);
        } else if (!environment.contains(node.get())) {
            only();
        }
        removal.watch(shown);
        shown.ifPresent(id -> desk.focus(Focus.on(id)));
        return shown;
    }

    void changed(Committed committed) {
        removal.changed(committed);
    }

    /// Puts the caret into the first field.
    void focusFirst() {
        Focusing.first(this);
    }

    /// Leads to what a problem is about.
    void focus(Problem problem) {
        problem.node().flatMap(desk::find).ifPresent(node -> route.open(node.kind(), problem.field()));
        Focusing.field(this, problem.node().map(NodeId::value).orElse(""), problem.field());
    }

    private NodeId show(Node node) {
        Environment environment = desk.now().environment();
        switch (node.kind()) {
            case ENVIRONMENT, BUCKET, CALLBACK -> only(settings);
            case FOLDER -> {
                folder.bind(node.id());
                only(folder);
            }
            case ROUTE, RESPONSE, HEADER, RULE, INVOCATION -> {
                Optional<Node> around = Words.above(environment, node.id(), Kind.ROUTE);
                if (around.isEmpty()) {
                    only(settings);
                    return node.id();
                }
                NodeId shown = Words.above(environment, node.id(), Kind.RESPONSE)
                        .or(() -> RoutePanel.first(desk, around.get().id()))
                        .map(Node::id)
                        .orElseThrow();
                route.bind(around.get().id(), shown);
                only(route);
                route.open(node.kind(), "");
                return shown;
            }
        }
        return node.id();
    }

    private void goNear(Optional<NodeId> nearest) {
        UI.getCurrentOrThrow()
                .navigate(nearest.map(node -> Links.to(desk.environment(), node))
                        .orElseGet(() -> Links.to(desk.environment())));
    }

    private void open(NodeId response) {
        UI.getCurrentOrThrow().navigate(Links.to(desk.environment(), response));
    }

    private void only(Component... wanted) {
        for (HtmlComponent panel : List.<HtmlComponent>of(route, folder, settings, nothing)) {
            panel.getElement().setAttribute("hidden", !List.of(wanted).contains(panel));
        }
    }

    private NodeId root() {
        return desk.now().environment().root().id();
    }
}
