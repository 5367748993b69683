package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Uses;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.CodePane;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.TroubleNotes;
import java.util.Optional;
import java.util.function.Function;

/// A data bucket: its name, the id by which templates name it, and its value.
public final class BucketPanel extends Div {

    private final Desk desk;
    private final LiveField<String> name;
    private final LiveField<String> id;
    private final CodeField documentation;
    private final CodePane value;
    private final TroubleNotes troubles;
    private final UseList uses;
    private final Paragraph hint = new Paragraph();
    private final ValueSignal<Optional<NodeId>> bucket = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    public BucketPanel(Desk desk, Function<NodeId, String> links) {
        this.desk = desk;
        name = LiveField.text(desk, Schema.BUCKET_NAME);
        id = LiveField.text(desk, Schema.BUCKET_ID);
        documentation = CodeField.prose(desk, Schema.BUCKET_DOCUMENTATION, "What this data is");
        value = new CodePane(desk, Schema.BUCKET_VALUE);
        troubles = new TroubleNotes(desk);
        uses = new UseList(desk, links, "The body of", Uses::ofBucket);
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
        desk.document().get();
        node.flatMap(desk::find).ifPresent(found -> {
            String word = found.get(Schema.BUCKET_ID);
            hint.setText(
                    word.isEmpty()
                            ? "Give it an id, so that responses and templates can name it."
                            : "In templates, {{data '%s'}} is its value. The mock makes it once, and keeps what requests change in it until this text changes."
                                    .formatted(word));
        });
    }
}
