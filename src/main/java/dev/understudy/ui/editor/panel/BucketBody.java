package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.Optional;
import java.util.function.Function;

/// The data bucket that is a body: which one, and the way to it.
final class BucketBody extends Div implements Bound {

    private record Named(String id) implements Function<Environment, Optional<Node>> {
        @Override
        public Optional<Node> apply(Environment environment) {
            return environment.children(environment.root().id(), Slot.BUCKETS).stream()
                    .filter(bucket ->
                            !id.isEmpty() && bucket.get(Schema.BUCKET_ID).equals(id))
                    .findFirst();
        }
    }

    private final EditorSession session;
    private final Field<String> field;
    private final Function<NodeId, String> links;
    private final LiveChoice<String> bucket;
    private final Anchor open = new Anchor("", "Open it");
    private final Button make;
    private final Span hint = new Span();
    private final ValueSignal<Optional<NodeId>> body = new ValueSignal<>(Optional.empty());

    /// @param field which bucket it is, of a response or a callback
    /// @param links the address of a node
    BucketBody(EditorSession session, Actions actions, Field<String> field, Function<NodeId, String> links) {
        this.session = session;
        this.field = field;
        this.links = links;
        bucket = new LiveChoice<>(session, field, BodySources::buckets).labelled();
        make = new Button("New data bucket", click -> body.peek().ifPresent(node -> actions.addBucketFor(node, field)));
        open.getElement().setAttribute("router-link", true);
        hint.addClassNames("muted", "small");
        Div line = new Div(bucket, open, make);
        line.addClassName("line");
        addClassName("body-pane");
        add(line, hint);
        Signal.effect(this, () -> project(body.get()));
    }

    @Override
    public void bind(NodeId node) {
        bucket.bind(node);
        body.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        boolean mayEdit = session.standing().get().mayEdit();
        id.flatMap(node -> session.parts().value(node, field)).ifPresent(name -> {
            Optional<Node> chosen = session.parts().read(new Named(name));
            chosen.ifPresent(found -> open.setHref(links.apply(found.id())));
            open.setVisible(chosen.isPresent());
            make.setVisible(chosen.isEmpty() && mayEdit);
            hint.setText(
                    chosen.isPresent()
                            ? "Its value is sent as JSON. Templates in it are evaluated once, not for each request."
                            : "Choose the data bucket whose value is sent, or make one.");
        });
    }
}
