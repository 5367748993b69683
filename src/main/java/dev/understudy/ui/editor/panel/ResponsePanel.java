package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.StatusReasons;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.TroubleNotes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One response: status, delay and label above, then its body, its headers or its rules.
final class ResponsePanel extends Div {

    private final Desk desk;
    private final LiveField<Integer> status;
    private final LiveField<Integer> delay;
    private final LiveField<String> label;
    private final LiveChoice<String> mode;
    private final TroubleNotes troubles;
    private final Pages pages = new Pages();
    private final Pages.Page body;
    private final Pages.Page headers;
    private final Pages.Page rules;
    private final Pages.Page callbacks;
    private final Span phrase = new Span();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    ResponsePanel(Desk desk, Actions actions, Function<NodeId, String> links) {
        this.desk = desk;
        status = LiveField.whole(desk, Schema.RESPONSE_STATUS);
        delay = LiveField.whole(desk, Schema.RESPONSE_LATENCY);
        label = LiveField.text(desk, Schema.RESPONSE_LABEL);
        mode = new LiveChoice<>(desk, Schema.ROUTE_RESPONSE_MODE, modes()).labelled();
        troubles = new TroubleNotes(desk, problem -> !BodyFields.OF_RESPONSE.isAboutFile(problem));
        body = pages.add("Body", () -> BodyEditor.ofResponse(desk, actions, links));
        headers = pages.add(
                "Headers",
                () -> HeaderRow.rows(
                        desk,
                        actions,
                        Slot.HEADERS,
                        "No headers of its own. Those of the environment are sent anyway."));
        rules = pages.add("Rules", () -> new RulesPane(desk, actions));
        callbacks = pages.add("Callbacks", () -> InvocationRow.rows(desk, actions, links));
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
            case ENVIRONMENT, FOLDER, ROUTE, BUCKET, CALLBACK -> {}
        }
    }

    private void project(Optional<NodeId> id) {
        Environment environment = desk.document().get().environment();
        id.flatMap(environment::find).ifPresent(found -> {
            phrase.setText(StatusReasons.of(found.get(Schema.RESPONSE_STATUS)).orElse(""));
            headers.setCount(environment.children(found.id(), Slot.HEADERS).size());
            rules.setCount(environment.children(found.id(), Slot.RULES).size());
            callbacks.setCount(
                    environment.children(found.id(), Slot.INVOCATIONS).size());
            Words.above(environment, found.id(), Kind.ROUTE).ifPresent(this::leaveOut);
        });
    }

    /// A message of a WebSocket has no status and no headers, sends no callbacks, and waits only in a conversation.
    private void leaveOut(Node route) {
        boolean socket = route.get(Schema.ROUTE_TYPE).equals("ws");
        boolean streams = socket && !route.get(Schema.ROUTE_STREAMING_MODE).isEmpty();
        status.getElement().setAttribute("hidden", socket);
        delay.getElement().setAttribute("hidden", streams);
        headers.setOffered(!socket);
        callbacks.setOffered(!socket);
    }

    private static Map<String, String> modes() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("", "By rules, else the default");
        words.put("FALLBACK", "By rules, else the next route");
        words.put("SEQUENTIAL", "In turn");
        words.put("RANDOM", "At random");
        words.put("DISABLE_RULES", "Always the default");
        return words;
    }
}
