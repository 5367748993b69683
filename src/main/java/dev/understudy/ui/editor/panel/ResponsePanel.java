package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.StatusReasons;
import dev.understudy.environment.StreamingMode;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveNumber;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.DocumentParts;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One response: status, delay and label above, then its body, its headers or its rules.
final class ResponsePanel extends Div {

    private final EditorSession session;
    private final LiveNumber status;
    private final LiveNumber delay;
    private final LiveText label;
    private final LiveChoice<ResponseMode> mode;
    private final TroubleNotes troubles;
    private final Pages pages = new Pages();
    private final Pages.Page body;
    private final Pages.Page headers;
    private final Pages.Page rules;
    private final Pages.Page callbacks;
    private final Span phrase = new Span();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    ResponsePanel(EditorSession session, Actions actions, Function<NodeId, String> links) {
        this.session = session;
        status = new LiveNumber(session, Schema.RESPONSE_STATUS);
        delay = new LiveNumber(session, Schema.RESPONSE_LATENCY);
        label = new LiveText(session, Schema.RESPONSE_LABEL);
        mode = new LiveChoice<>(session, Schema.ROUTE_RESPONSE_MODE, modes()).labelled();
        troubles = new TroubleNotes(session, problem -> !BodyFields.OF_RESPONSE.isToldThere(problem));
        body = pages.add("Body", () -> BodyEditor.ofResponse(session, actions, links));
        headers = pages.add(
                "Headers",
                () -> HeaderRow.rows(
                        session,
                        actions,
                        Slot.HEADERS,
                        "No headers of its own. Those of the environment are sent anyway."));
        rules = pages.add("Rules", () -> new RulesPane(session, actions));
        callbacks = pages.add("Callbacks", () -> InvocationRow.rows(session, actions, links));
        addClassName("response-panel");
        status.box().addClassName("mono");
        delay.box().addClassName("mono");
        phrase.addClassName("muted");
        status.box().setSuffixComponent(phrase);
        label.box().setPlaceholder("What this response means");
        Div fields = new Div(status, delay, label, mode);
        fields.addClassName("fields");
        add(fields, troubles, pages);
        Signal.effect(this, () -> project(response.get()));
    }

    void bind(NodeId route, NodeId node) {
        mode.bind(route);
        status.bind(node);
        delay.bind(node);
        label.bind(node);
        troubles.bind(node);
        pages.bind(node);
        response.set(Optional.of(node));
    }

    /// Opens the part in which a node of a kind is, or a field of the response.
    void open(Kind kind, String field) {
        switch (kind) {
            case HEADER -> headers.open();
            case RULE -> rules.open();
            case RESPONSE -> {
                if (BodyFields.OF_RESPONSE.has(field) || field.equals(Schema.RESPONSE_CRUD_KEY.key())) {
                    body.open();
                }
            }
            case INVOCATION -> callbacks.open();
            case ENVIRONMENT, FOLDER, ROUTE, BUCKET, CALLBACK, FILE -> {}
        }
    }

    private void project(Optional<NodeId> id) {
        DocumentParts parts = session.parts();
        id.filter(parts::contains).ifPresent(found -> {
            phrase.setText(parts.value(found, Schema.RESPONSE_STATUS)
                    .flatMap(StatusReasons::of)
                    .orElse(""));
            headers.setCount(parts.children(found, Slot.HEADERS).size());
            rules.setCount(parts.children(found, Slot.RULES).size());
            callbacks.setCount(parts.children(found, Slot.INVOCATIONS).size());
            parts.above(found, Kind.ROUTE).ifPresent(this::leaveOut);
        });
    }

    /// A message of a WebSocket has no status and no headers, sends no callbacks, and waits only in a conversation.
    private void leaveOut(Node route) {
        boolean socket = route.get(Schema.ROUTE_TYPE) == RouteType.WS;
        boolean streams = socket && route.get(Schema.ROUTE_STREAMING_MODE) != StreamingMode.CONVERSATION;
        status.getElement().setAttribute("hidden", socket);
        delay.getElement().setAttribute("hidden", streams);
        headers.setOffered(!socket);
        callbacks.setOffered(!socket);
    }

    private static Map<ResponseMode, String> modes() {
        Map<ResponseMode, String> words = new LinkedHashMap<>();
        for (ResponseMode mode : List.of(
                ResponseMode.BY_RULES,
                ResponseMode.FALLBACK,
                ResponseMode.SEQUENTIAL,
                ResponseMode.RANDOM,
                ResponseMode.DISABLE_RULES)) {
            words.put(mode, word(mode));
        }
        return words;
    }

    private static String word(ResponseMode mode) {
        return switch (mode) {
            case BY_RULES -> "By rules, else the default";
            case FALLBACK -> "By rules, else the next route";
            case SEQUENTIAL -> "In turn";
            case RANDOM -> "At random";
            case DISABLE_RULES -> "Always the default";
        };
    }
}
