package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.CodePane;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveFlag;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.kit.OnDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The body of a response or callback: where it comes from, and the text, data bucket or file that it is. Only what
/// applies is on the screen, and made.
final class BodyEditor extends Div implements Bound {

    /// Says when the text below is sent, although the body is a file.
    private static final class StandIn extends Span implements Bound {

        StandIn() {
            super("Sent with status 404 if there is no such file:");
            addClassNames("muted", "small", "stand-in");
        }

        @Override
        public void bind(NodeId node) {}
    }

    /// All that [#show] depends on.
    private record Looks(BodyEditor editor, NodeId node) implements Function<Environment, List<Object>> {
        @Override
        public List<Object> apply(Environment environment) {
            List<Object> looks = new ArrayList<>(List.of(DeclaredType.of(environment, node)));
            environment.find(node).ifPresent(found -> editor.parts.forEach(part -> looks.add(part.appliesTo(found))));
            return looks;
        }
    }

    private final EditorSession session;
    private final BodyFields fields;
    private final OnDemand<CodePane> text;
    private final Div bar = new Div();
    private final List<BodyPart<?>> parts = new ArrayList<>();
    private final ValueSignal<Optional<NodeId>> owner = new ValueSignal<>(Optional.empty());

    private BodyEditor(
            EditorSession session,
            Actions actions,
            Function<NodeId, String> links,
            BodyFields fields,
            Supplier<FileBody> file) {
        this.session = session;
        this.fields = fields;
        addClassName("body-editor");
        bar.addClassName("source");
        Span from = new Span("Body from");
        from.addClassName("muted");
        bar.add(from);
        add(bar);
        put(bar, () -> new LiveChoice<>(session, fields.source(), BodySources.WORDS), node -> true);
        text = put(
                this,
                () -> new CodePane(session, fields.text()),
                node -> comesFrom(node, BodyKind.INLINE) || standsIn(node));
        put(
                this,
                () -> new BucketBody(session, actions, fields.bucket(), links),
                node -> comesFrom(node, BodyKind.DATABUCKET));
        put(this, file, node -> comesFrom(node, BodyKind.FILE));
        Signal.effect(this, () -> {
            owner.get().ifPresent(node -> session.parts().read(new Looks(this, node)));
            owner.get().flatMap(session::find).ifPresent(node -> {
                show(node);
                parts.forEach(part -> part.bindIfNew(node.id()));
            });
        });
    }

    /// @param links the address of a node
    static BodyEditor ofResponse(EditorSession session, Actions actions, Function<NodeId, String> links) {
        BodyEditor body = new BodyEditor(session, actions, links, BodyFields.OF_RESPONSE, () -> {
            FileBody file = file(session, BodyFields.OF_RESPONSE);
            file.add(new LiveFlag(session, Schema.RESPONSE_FALLBACK_404));
            return file;
        });
        body.put(body.bar, () -> templating(session), node -> !body.comesFrom(node, BodyKind.DATABUCKET));
        body.put(body, StandIn::new, body::standsIn);
        body.put(
                body,
                () -> new CrudBody(session),
                node -> body.comesFrom(node, BodyKind.DATABUCKET) && body.isCrud(node));
        return body;
    }

    /// @param links the address of a node
    static BodyEditor ofCallback(EditorSession session, Actions actions, Function<NodeId, String> links) {
        return new BodyEditor(
                session, actions, links, BodyFields.OF_CALLBACK, () -> file(session, BodyFields.OF_CALLBACK));
    }

    private static FileBody file(EditorSession session, BodyFields fields) {
        return new FileBody(session, fields.file(), fields.asBody());
    }

    private static LiveFlag templating(EditorSession session) {
        LiveFlag templating = LiveFlag.not(session, Schema.RESPONSE_TEMPLATING_OFF, "Evaluate templates");
        templating.box().setTooltipText("Without, {{…}} is sent as it stands");
        return templating;
    }

    @Override
    public void bind(NodeId node) {
        session.find(node).ifPresent(this::show);
        parts.forEach(part -> part.bind(node));
        owner.set(Optional.of(node));
    }

    /// Parts stand in the order in which they are put, behind what stands in their place from the start.
    private <C extends Component & Bound> OnDemand<C> put(Div place, Supplier<C> maker, Predicate<Node> applies) {
        List<BodyPart<?>> before = List.copyOf(parts);
        int first = place.getComponentCount();
        OnDemand<C> content = new OnDemand<>(maker, made -> {
            long madeBefore = before.stream().filter(part -> part.isIn(place)).count();
            place.addComponentAtIndex(first + (int) madeBefore, made);
        });
        parts.add(new BodyPart<>(content, applies));
        return content;
    }

    private void show(Node node) {
        parts.forEach(part -> part.show(node));
        DeclaredType type = DeclaredType.of(session.now().environment(), node.id());
        text.ifMade().ifPresent(made -> made.setLanguage(type.language(), type.languageLabel()));
    }

    private boolean comesFrom(Node node, BodyKind source) {
        return node.get(fields.source()) == source;
    }

    /// Whether the text is sent where the file is missing.
    private boolean standsIn(Node node) {
        return node.kind() == Kind.RESPONSE && comesFrom(node, BodyKind.FILE) && node.get(Schema.RESPONSE_FALLBACK_404);
    }

    private boolean isCrud(Node response) {
        return NodeNames.above(session.now().environment(), response.id(), Kind.ROUTE)
                .filter(route -> route.get(Schema.ROUTE_TYPE) == RouteType.CRUD)
                .isPresent();
    }
}
