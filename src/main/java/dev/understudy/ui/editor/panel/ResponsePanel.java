package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.StatusReasons;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.TroubleNotes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One response: status, delay and label above, then its body, its headers or its rules.
final class ResponsePanel extends Div {

    /// What is edited behind the tab of the body.
    private static final Set<String> BODY_FIELDS = Stream.of(
                    Schema.RESPONSE_BODY,
                    Schema.RESPONSE_BODY_TYPE,
                    Schema.RESPONSE_BUCKET,
                    Schema.RESPONSE_FILE,
                    Schema.RESPONSE_CRUD_KEY)
            .map(Field::key)
            .collect(Collectors.toUnmodifiableSet());

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
    private final Span phrase = new Span();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    ResponsePanel(Desk desk, Actions actions) {
        this.desk = desk;
        status = LiveField.whole(desk, Schema.RESPONSE_STATUS);
        delay = LiveField.whole(desk, Schema.RESPONSE_LATENCY);
        label = LiveField.text(desk, Schema.RESPONSE_LABEL);
        mode = new LiveChoice<>(desk, Schema.ROUTE_RESPONSE_MODE, modes()).labelled();
        troubles = new TroubleNotes(desk);
        body = pages.add("Body", () -> new BodyEditor(desk));
        headers = pages.add(
                "Headers",
                () -> HeaderRow.rows(
                        desk,
                        actions,
                        Slot.HEADERS,
                        "No headers of its own. Those of the environment are sent anyway."));
        rules = pages.add("Rules", () -> new RulesPane(desk, actions));
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
                if (BODY_FIELDS.contains(field)) {
                    body.open();
                }
            }
            case ENVIRONMENT, FOLDER, ROUTE, INVOCATION, BUCKET, CALLBACK -> {}
        }
    }

    private void project(Optional<NodeId> id) {
        desk.document().get();
        Environment environment = desk.now().environment();
        Optional<Node> node = id.flatMap(desk::find);
        node.ifPresent(found -> {
            phrase.setText(StatusReasons.of(found.get(Schema.RESPONSE_STATUS)).orElse(""));
            headers.setCount(environment.children(found.id(), Slot.HEADERS).size());
            rules.setCount(environment.children(found.id(), Slot.RULES).size());
        });
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
