package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.CodePane;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.Uses;
import java.util.Optional;
import java.util.function.Function;

/// A data bucket: its name, the id by which templates name it, and its value.
public final class BucketPanel extends Div {

    private final EditorSession session;
    private final LiveText name;
    private final LiveText id;
    private final CodeField documentation;
    private final CodePane value;
    private final TroubleNotes troubles;
    private final UseList uses;
    private final Paragraph hint = new Paragraph();
    private final ValueSignal<Optional<NodeId>> bucket = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    public BucketPanel(EditorSession session, Function<NodeId, String> links) {
        this.session = session;
        name = new LiveText(session, Schema.BUCKET_NAME);
        id = new LiveText(session, Schema.BUCKET_ID);
        documentation = CodeField.prose(session, Schema.BUCKET_DOCUMENTATION, "What this data is");
        value = new CodePane(session, Schema.BUCKET_VALUE);
        troubles = new TroubleNotes(session, problem -> !problem.field().equals(Schema.BUCKET_VALUE.key()));
        uses = new UseList(session, links, "The body of", Uses::ofBucket);
        addClassName("element-panel");
        id.box().addClassName("mono");
        hint.addClassNames("muted", "small");
        value.setLanguage("json", "JSON");
        Div fields = new Div(name, id);
        fields.addClassName("fields");
        Div top = new Div(fields, documentation, hint, uses);
        top.addClassName("top");
        Div rest = new Div(troubles, value);
        rest.addClassName("rest");
        add(top, rest);
        Signal.effect(this, () -> project(bucket.get()));
    }

    public void bind(NodeId node) {
        name.bind(node);
        id.bind(node);
        documentation.bind(node);
        value.bind(node);
        troubles.bind(node);
        uses.bind(node);
        bucket.set(Optional.of(node));
    }

    /// To be told when it is off the screen.
    public void rest() {
        uses.rest();
    }

    private void project(Optional<NodeId> node) {
        node.flatMap(id -> session.parts().value(id, Schema.BUCKET_ID)).ifPresent(word -> {
            hint.setText(
                    word.isEmpty()
                            ? "Give it an id, so that responses and templates can name it."
                            : "In templates, {{data '%s'}} is its value. The mock makes it once, and keeps what requests change in it until this text changes."
                                    .formatted(word));
        });
    }
}
