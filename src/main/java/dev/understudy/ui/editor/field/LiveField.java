package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Answer;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Spot;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A short value of a node in a text box: shows what the document has and submits what is typed. What others set never
/// replaces what is being typed here; the browser's side of this element sees to that.
@Tag("understudy-field")
@JsModule("./live/understudy-field.ts")
public final class LiveField<T> extends Component implements Bound {

    private static final String TYPED = "event.detail";

    private final Desk desk;
    private final Field<T> field;
    private final Notation<T> notation;
    private final TextField box = new TextField();
    private final ValueSignal<Optional<Spot>> spot = new ValueSignal<>(Optional.empty());
    private String shown = "";

    private LiveField(Desk desk, Field<T> field, Notation<T> notation) {
        this.desk = desk;
        this.field = field;
        this.notation = notation;
        box.setLabel(field.label());
        box.setManualValidation(true);
        box.setAutocorrect(false);
        box.getElement().setAttribute("autocomplete", "off");
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement(), new Outline(desk, this, spot).getElement());
        getElement().addEventListener("field-typed", this::typed).addEventData(TYPED);
        getElement().addEventListener("field-reverted", event -> clearMessage());
        getElement().addEventListener("field-recovered", this::recovered).addEventData(TYPED);
        getElement()
                .addEventListener(
                        "field-focus", event -> spot.peek().map(Spot::focus).ifPresent(desk::focus));
        Signal.effect(this, () -> project(spot.get()));
        Faulty.mark(this, desk, spot);
        Signal.effect(this, () -> box.setReadOnly(!desk.standing().get().mayEdit()));
    }

    public static LiveField<String> text(Desk desk, Field<String> field) {
        return new LiveField<>(desk, field, Notation.TEXT);
    }

    public static LiveField<Integer> whole(Desk desk, Field<Integer> field) {
        LiveField<Integer> live = new LiveField<>(desk, field, Notation.whole(field));
        live.box.getElement().setAttribute("inputmode", "numeric");
        live.getElement().setAttribute("patient", true);
        return live;
    }

    /// Shows the field of another node. What was typed for the one before is sent first.
    @Override
    public void bind(NodeId node) {
        if (spot.peek().filter(now -> now.node().equals(node)).isPresent()) {
            return;
        }
        shown = text(node).orElse("");
        clearMessage();
        getElement().callJsFunction("bind", node.value(), shown);
        spot.set(Optional.of(new Spot(node, field)));
    }

    /// The Vaadin field, for its looks.
    public TextField box() {
        return box;
    }

    /// Without a label above it, as in a row: the words stand in it as long as it is empty.
    public LiveField<T> hinting(String words) {
        box.setLabel(null);
        box.setAriaLabel(words);
        box.setPlaceholder(words);
        box.addClassName("mono");
        return this;
    }

    /// What the document has, as the box shows it to those who are not typing.
    public String shown() {
        return shown;
    }

    private void project(Optional<Spot> place) {
        desk.document().get();
        place.ifPresent(here -> text(here.node())
                .filter(now -> !now.equals(shown))
                .ifPresent(now -> {
                    shown = now;
                    show(here.node(), 0);
                }));
    }

    private void typed(DomEvent event) {
        JsonNode detail = event.getEventData().path(TYPED);
        NodeId.parse(detail.path("key").asString(""))
                .ifPresent(node -> typed(
                        node,
                        detail.path("value").asString(""),
                        detail.path("seq").asLong(0)));
    }

    void typed(NodeId node, String text, long seq) {
        clearMessage();
        Optional<T> value = notation.read().apply(text);
        if (value.isEmpty()) {
            refuse(node, seq, notation.expected());
            return;
        }
        switch (desk.submit(new Edit.Set(node, field.key(), value.get()))) {
            case Answer.Done(long _, var notes) -> {
                box.setHelperText(String.join(" ", notes));
                answer(node, seq);
            }
            case Answer.Nothing _
            when desk.find(node).isEmpty() -> refuse(node, seq, "Not saved: what this belonged to was removed.");
            case Answer.Nothing _ -> answer(node, seq);
            case Answer.Refused(String reason) -> refuse(node, seq, reason);
            case Answer.Stale _ -> answer(node, seq);
            case Answer.Later(String reason) -> refuse(node, seq, reason + " Type on to try again.");
        }
    }

    private void answer(NodeId node, long seq) {
        text(node).ifPresent(now -> {
            shown = isAt(node) ? now : shown;
            show(node, seq);
        });
    }

    private void show(NodeId node, long seq) {
        getElement().callJsFunction("show", node.value(), text(node).orElse(""), seq);
    }

    private void refuse(NodeId node, long seq, String reason) {
        getElement().callJsFunction("refuse", node.value(), seq);
        if (isAt(node)) {
            say(reason);
        }
    }

    private void recovered(DomEvent event) {
        String text = event.getEventData().path(TYPED).path("text").asString("");
        say("Before the connection was lost you had typed “%s” here; it was changed by somebody else since."
                .formatted(text));
    }

    private void say(String sentence) {
        box.setErrorMessage(sentence);
        box.setInvalid(true);
    }

    private void clearMessage() {
        box.setInvalid(false);
        box.setErrorMessage("");
        box.setHelperText("");
    }

    private boolean isAt(NodeId node) {
        return spot.peek().filter(here -> here.node().equals(node)).isPresent();
    }

    private Optional<String> text(NodeId node) {
        return desk.find(node).filter(found -> found.kind() == field.kind()).map(this::text);
    }

    private String text(Node node) {
        return notation.write().apply(node.get(field));
    }
}
