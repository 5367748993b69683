package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.kit.MethodBadge;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A route: method and path, documentation, its responses and the chosen one of them.
public final class RoutePanel extends Div {

    private final Desk desk;
    private final LiveChoice<String> method;
    private final MethodBadge type = new MethodBadge("crud");
    private final LiveField<String> path;
    private final LiveFlag enabled;
    private final SocketFields socket;
    private final CodeField documentation;
    private final ResponseTabs responses;
    private final ResponsePanel response;
    private final TroubleNotes troubles;
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    /// @param chosen is told which response was chosen
    public RoutePanel(Desk desk, Actions actions, Function<NodeId, String> links, Consumer<NodeId> chosen) {
        this.desk = desk;
        method = MethodChoices.of(desk, Schema.ROUTE_METHOD);
        path = LiveField.text(desk, Schema.ROUTE_ENDPOINT);
        enabled = new LiveFlag(desk, Schema.ROUTE_ENABLED);
        socket = new SocketFields(desk);
        documentation = CodeField.prose(desk, Schema.ROUTE_DOCUMENTATION, "What this route is for");
        responses = new ResponseTabs(desk, actions, chosen);
        response = new ResponsePanel(desk, actions, links);
        troubles = new TroubleNotes(desk);
        addClassName("route-panel");
        method.box().addClassName("method-box");
        path.box().setLabel(null);
        path.box().setAriaLabel(Schema.ROUTE_ENDPOINT.label());
        path.box().setPlaceholder("orders/:id");
        path.addClassName("grow");
        Div address = new Div(method, type, path, enabled);
        address.addClassName("address");
        Div top = new Div(address, troubles, socket, documentation, responses);
        top.addClassName("top");
        add(top, response);
        Signal.effect(this, () -> project(route.get()));
    }

    /// The panel of one route.
    ///
    /// @param shown the response to show
    public void bind(NodeId node, NodeId shown) {
        method.bind(node);
        path.bind(node);
        troubles.bind(node);
        enabled.bind(node);
        socket.bind(node);
        documentation.bind(node);
        responses.bind(node, shown);
        response.bind(node, shown);
        route.set(Optional.of(node));
    }

    /// Opens the part of the response in which a node of a kind is, or a field of the response itself.
    public void open(Kind kind, String field) {
        response.open(kind, field);
    }

    /// The response that a route shows when none is named: the default.
    public static Optional<Node> first(Collection<Node> responses) {
        return responses.stream()
                .filter(response -> response.get(Schema.RESPONSE_DEFAULT))
                .findFirst()
                .or(() -> responses.stream().findFirst());
    }

    /// The same for a route of this document.
    public static Optional<Node> first(Desk desk, NodeId route) {
        return first(desk.now().environment().children(route, Slot.RESPONSES));
    }

    private void project(Optional<NodeId> id) {
        desk.document().get();
        id.flatMap(desk::find).ifPresent(node -> {
            boolean http = node.get(Schema.ROUTE_TYPE).equals("http");
            method.setVisible(http);
            method.getElement().setAttribute("data-method", node.get(Schema.ROUTE_METHOD));
            type.setVisible(!http);
            socket.getElement()
                    .setAttribute("hidden", !node.get(Schema.ROUTE_TYPE).equals("ws"));
            type.setMethod(Words.method(node));
        });
    }
}
