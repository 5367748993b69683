package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StreamingMode;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveNumber;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// When a WebSocket route speaks: in answer to messages, or by itself again and again.
final class SocketFields extends Div implements Bound {

    private static final Map<StreamingMode, String> MODES = modes();

    private final EditorSession session;
    private final LiveChoice<StreamingMode> mode;
    private final LiveNumber interval;
    private final Span every = new Span("every");
    private final Span millis = new Span("ms");
    private final Span hint = new Span();
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());

    SocketFields(EditorSession session) {
        this.session = session;
        mode = new LiveChoice<>(session, Schema.ROUTE_STREAMING_MODE, MODES);
        interval = new LiveNumber(session, Schema.ROUTE_STREAMING_INTERVAL).hinting("Interval");
        hint.addClassNames("muted", "small");
        addClassName("socket");
        add(mode, every, interval, millis, hint);
        Signal.effect(this, () -> project(route.get()));
    }

    @Override
    public void bind(NodeId node) {
        mode.bind(node);
        interval.bind(node);
        route.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        id.flatMap(session.parts()::node).ifPresent(node -> {
            StreamingMode now = node.get(Schema.ROUTE_STREAMING_MODE);
            boolean streams = now != StreamingMode.CONVERSATION;
            every.setVisible(streams);
            millis.setVisible(streams);
            interval.getElement().setAttribute("hidden", !streams);
            hint.setText(
                    switch (now) {
                        case UNICAST -> "Each client gets messages of its own. What clients say is not read.";
                        case BROADCAST -> "All clients get the same message. What clients say is not read.";
                        case CONVERSATION -> "Each message of a client gets an answer, which its rules can choose.";
                    });
        });
    }

    private static Map<StreamingMode, String> modes() {
        Map<StreamingMode, String> words = new LinkedHashMap<>();
        for (StreamingMode mode : StreamingMode.values()) {
            words.put(mode, word(mode));
        }
        return words;
    }

    private static String word(StreamingMode mode) {
        return switch (mode) {
            case CONVERSATION -> "Conversation";
            case UNICAST -> "Speaks to each client";
            case BROADCAST -> "Speaks to all clients";
        };
    }
}
