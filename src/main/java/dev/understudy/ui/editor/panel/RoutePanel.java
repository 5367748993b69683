package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.MethodBadge;
import dev.understudy.ui.kit.OnDemand;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A route: method and path, documentation, its responses and the chosen one of them.
public final class RoutePanel extends Div {

    private final EditorSession session;
    private final LiveChoice<HttpMethod> method;
    private final MethodBadge type = new MethodBadge("crud");
    private final LiveText path;
    private final LiveFlag enabled;
    private final OnDemand<SocketFields> socket;
    private final CodeField documentation;
    private final ResponseTabs responses;
    private final ResponsePanel response;
    private final TroubleNotes troubles;
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    /// @param chosen is told which response was chosen
    public RoutePanel(EditorSession session, Actions actions, Function<NodeId, String> links, Consumer<NodeId> chosen) {
        this.session = session;
        method = MethodChoices.of(session, Schema.ROUTE_METHOD);
        path = new LiveText(session, Schema.ROUTE_ENDPOINT);
        enabled = new LiveFlag(session, Schema.ROUTE_ENABLED);
        documentation = CodeField.prose(session, Schema.ROUTE_DOCUMENTATION, "What this route is for");
        responses = new ResponseTabs(session, actions, chosen);
        response = new ResponsePanel(session, actions, links);
        troubles = new TroubleNotes(session);
        addClassName("route-panel");
        method.box().addClassName("method-box");
        path.box().setLabel(null);
        path.box().setAriaLabel(Schema.ROUTE_ENDPOINT.label());
        path.box().setPlaceholder("orders/:id");
        path.addClassName("grow");
        Div address = new Div(method, type, path, enabled);
        address.addClassName("address");
        Div top = new Div(address, troubles, documentation, responses);
        top.addClassName("top");
        socket = new OnDemand<>(() -> new SocketFields(session), made -> top.addComponentAtIndex(2, made));
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
        socket.ifMade().ifPresent(made -> made.bind(node));
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
    public static Optional<Node> first(EditorSession session, NodeId route) {
        return first(session.now().environment().children(route, Slot.RESPONSES));
    }

    private void project(Optional<NodeId> id) {
        id.flatMap(session.parts()::node).ifPresent(node -> {
            boolean http = node.get(Schema.ROUTE_TYPE) == RouteType.HTTP;
            method.setVisible(http);
            method.getElement()
                    .setAttribute("data-method", node.get(Schema.ROUTE_METHOD).wireName());
            type.setVisible(!http);
            showSocket(node);
            type.setMethod(NodeNames.method(node));
        });
    }

    private void showSocket(Node node) {
        boolean on = node.get(Schema.ROUTE_TYPE) == RouteType.WS;
        if (on && socket.ifMade().isEmpty()) {
            socket.get().bind(node.id());
        }
        socket.ifMade().ifPresent(made -> made.getElement().setAttribute("hidden", !on));
    }
}
