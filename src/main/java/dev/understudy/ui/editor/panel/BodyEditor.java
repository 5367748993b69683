package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Words;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.CodePane;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The body of a response or callback: where it comes from, and the text, data bucket or file that it is. Only what
/// applies is on the screen.
final class BodyEditor extends Div implements Bound {

    private record Part(Component component, Bound bound, Predicate<Node> applies) {}

    private final Desk desk;
    private final BodyFields fields;
    private final CodePane text;
    private final FileBody file;
    private final Div bar = new Div();
    private final List<Part> parts = new ArrayList<>();
    private final ValueSignal<Optional<NodeId>> owner = new ValueSignal<>(Optional.empty());

    private BodyEditor(Desk desk, Actions actions, Function<NodeId, String> links, BodyFields fields) {
        this.desk = desk;
        this.fields = fields;
        text = new CodePane(desk, fields.text());
        file = new FileBody(desk, fields.file(), fields.asBody());
        addClassName("body-editor");
        bar.addClassName("source");
        Span from = new Span("Body from");
        from.addClassName("muted");
        bar.add(from);
        add(bar);
        put(bar, new LiveChoice<>(desk, fields.source(), BodySources.WORDS), node -> true);
        put(this, text, node -> comesFrom(node, "INLINE"));
        put(this, new BucketBody(desk, actions, fields.bucket(), links), node -> comesFrom(node, "DATABUCKET"));
        put(this, file, node -> comesFrom(node, "FILE"));
        Signal.effect(this, () -> {
            desk.document().get();
            owner.get().flatMap(desk::find).ifPresent(this::show);
        });
    }

    /// @param links the address of a node
    static BodyEditor ofResponse(Desk desk, Actions actions, Function<NodeId, String> links) {
        BodyEditor body = new BodyEditor(desk, actions, links, BodyFields.OF_RESPONSE);
        LiveFlag templating = LiveFlag.not(desk, Schema.RESPONSE_TEMPLATING_OFF, "Evaluate templates");
        templating.box().setTooltipText("Without, {{…}} is sent as it stands");
        body.put(body.bar, templating, node -> !body.comesFrom(node, "DATABUCKET"));
        body.file.add(new LiveFlag(desk, Schema.RESPONSE_FALLBACK_404));
        body.put(body, new CrudBody(desk), node -> body.comesFrom(node, "DATABUCKET") && body.isCrud(node));
        return body;
    }

    /// @param links the address of a node
    static BodyEditor ofCallback(Desk desk, Actions actions, Function<NodeId, String> links) {
        return new BodyEditor(desk, actions, links, BodyFields.OF_CALLBACK);
    }

    @Override
    public void bind(NodeId node) {
        desk.find(node).ifPresent(this::show);
        parts.forEach(part -> part.bound.bind(node));
        owner.set(Optional.of(node));
    }

    private <C extends Component & Bound> void put(Div place, C part, Predicate<Node> applies) {
        parts.add(new Part(part, part, applies));
        place.add(part);
    }

    private void show(Node node) {
        ContentType type = ContentType.of(desk.now().environment(), node.id());
        text.setLanguage(type.language(), type.languageLabel());
        for (Part part : parts) {
            // Not setVisible: what was just typed must still reach the server.
            part.component.getElement().setAttribute("hidden", !part.applies.test(node));
        }
    }

    private boolean comesFrom(Node node, String source) {
        return node.get(fields.source()).equals(source);
    }

    private boolean isCrud(Node response) {
        return Words.above(desk.now().environment(), response.id(), Kind.ROUTE)
                .filter(route -> route.get(Schema.ROUTE_TYPE).equals("crud"))
                .isPresent();
    }
}
