package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// When a WebSocket route speaks: in answer to messages, or by itself again and again.
final class SocketFields extends Div implements Bound {

    private static final Map<String, String> MODES = modes();

    private final Desk desk;
    private final LiveChoice<String> mode;
    private final LiveField<Integer> interval;
    private final Span every = new Span("every");
    private final Span millis = new Span("ms");
    private final Span hint = new Span();
    private final ValueSignal<Optional<NodeId>> route = new ValueSignal<>(Optional.empty());

    SocketFields(Desk desk) {
        this.desk = desk;
        mode = new LiveChoice<>(desk, Schema.ROUTE_STREAMING_MODE, MODES);
        interval = LiveField.whole(desk, Schema.ROUTE_STREAMING_INTERVAL).hinting("Interval");
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
        desk.document().get();
        id.flatMap(desk::find).ifPresent(node -> {
            String now = node.get(Schema.ROUTE_STREAMING_MODE);
            boolean streams = !now.isEmpty();
            every.setVisible(streams);
            millis.setVisible(streams);
            interval.getElement().setAttribute("hidden", !streams);
            hint.setText(
                    switch (now) {
                        case "UNICAST" -> "Each client gets messages of its own. What clients say is not read.";
                        case "BROADCAST" -> "All clients get the same message. What clients say is not read.";
                        default -> "Each message of a client gets an answer, which its rules can choose.";
                    });
        });
    }

    private static Map<String, String> modes() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("", "Conversation");
        words.put("UNICAST", "Speaks to each client");
        words.put("BROADCAST", "Speaks to all clients");
        return words;
    }
}
