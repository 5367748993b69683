package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveNumber;
import dev.understudy.ui.editor.field.NodeRows;
import dev.understudy.ui.editor.field.RowHandle;
import dev.understudy.ui.editor.field.RowRemover;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A callback that a response sends: which one, and how long after the answer.
final class InvocationRow extends Div {

    private final EditorSession session;
    private final NodeId invocation;
    private final Function<NodeId, String> links;
    private final Anchor open = new Anchor("", "Open it");

    private InvocationRow(EditorSession session, Actions actions, Function<NodeId, String> links, NodeId invocation) {
        this.session = session;
        this.invocation = invocation;
        this.links = links;
        LiveChoice<String> callback = new LiveChoice<>(session, Schema.INVOCATION_CALLBACK, InvocationRow::callbacks);
        LiveNumber delay = new LiveNumber(session, Schema.INVOCATION_LATENCY).hinting("0");
        TroubleNotes troubles = new TroubleNotes(session);
        Span after = new Span("after");
        Span millis = new Span("ms");
        after.addClassName("muted");
        millis.addClassName("muted");
        delay.box().setAriaLabel(Schema.INVOCATION_LATENCY.label());
        delay.box().setSuffixComponent(millis);
        open.getElement().setAttribute("router-link", true);
        addClassName("invocation-row");
        getElement().setAttribute("data-node", invocation.value());
        add(
                new RowHandle(session, actions, invocation, this),
                callback,
                after,
                delay,
                open,
                new RowRemover(session, actions, invocation, "Remove callback"),
                troubles);
        callback.bind(invocation);
        delay.bind(invocation);
        troubles.bind(invocation);
        Signal.effect(this, this::project);
    }

    /// The callbacks of a response.
    ///
    /// @param links the address of a node
    static NodeRows rows(EditorSession session, Actions actions, Function<NodeId, String> links) {
        return new NodeRows(
                        session,
                        Slot.INVOCATIONS,
                        "Add callback",
                        actions::addInvocation,
                        invocation -> new InvocationRow(session, actions, links, invocation))
                .sayingIfEmpty("No callbacks. A callback is a request that the mock sends when this response answers.");
    }

    private void project() {
        Optional<NodeId> target = session.parts()
                .value(invocation, Schema.INVOCATION_CALLBACK)
                .flatMap(NodeId::parse)
                .filter(session.parts()::contains);
        target.ifPresent(callback -> open.setHref(links.apply(callback)));
        open.setVisible(target.isPresent());
    }

    private static Map<String, String> callbacks(Environment environment) {
        Map<String, String> callbacks = new LinkedHashMap<>();
        for (Node callback : environment.children(environment.root().id(), Slot.CALLBACKS)) {
            String method = callback.get(Schema.CALLBACK_METHOD).verb();
            callbacks.put(
                    callback.id().value(),
                    "%s (%s)"
                            .formatted(
                                    callback.get(Schema.CALLBACK_NAME),
                                    (method + " " + callback.get(Schema.CALLBACK_URI)).strip()));
        }
        return callbacks;
    }
}
