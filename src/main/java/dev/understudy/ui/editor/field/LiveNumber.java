package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Claims;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.Live;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A whole number of a node in a text box: shows what the document has and submits what is typed, as a whole. What
/// others set never replaces what is being typed here; the browser's side of this element sees to that.
@Tag("understudy-field")
@JsModule("./live/understudy-field.ts")
public final class LiveNumber extends Component implements Bound {

    private static final String TYPED = "event.detail";

    private final EditorSession session;
    private final Field<Integer> field;
    private final FieldType.Whole type;
    private final TextField box;
    private final ValueSignal<Optional<FieldLocation>> spot = new ValueSignal<>(Optional.empty());
    private String shown = "";
    private Optional<String> typedIntoNothing = Optional.empty();

    public LiveNumber(EditorSession session, Field<Integer> field) {
        this.session = session;
        this.field = field;
        this.type = (FieldType.Whole) field.type();
        addClassName("live-field");
        box = ShortBox.of(field);
        box.getElement().setAttribute("inputmode", "numeric");
        getElement().setAttribute("patient", true);
        getElement().setAttribute("data-field", field.key());
        getElement().appendChild(box.getElement());
        Outline.of(session, this, spot);
        getElement().addEventListener("field-typed", this::typed).addEventData(TYPED);
        getElement().addEventListener("field-reverted", event -> clearMessage());
        getElement().addEventListener("field-recovered", this::recovered).addEventData(TYPED);
        getElement()
                .addEventListener(
                        "field-focus",
                        event -> spot.peek().map(FieldLocation::focus).ifPresent(session.people()::focus));
        Live.whileAttached(this, ui -> session.onCommitted(this::read));
        Signal.effect(this, () -> project(spot.get()));
        Faulty.mark(this, session, spot);
        Lock.follow(this, box, session, spot);
    }

    /// Shows the field of another node. What was typed for the one before is sent first.
    @Override
    public void bind(NodeId node) {
        if (isAt(node)) {
            return;
        }
        shown = text(node).orElse("");
        clearMessage();
        typedIntoNothing = Optional.empty();
        getElement().callJsFunction("bind", node.value(), shown);
        spot.set(Optional.of(new FieldLocation(node, field)));
    }

    /// The Vaadin field, for its looks.
    public TextField box() {
        return box;
    }

    /// Without a label above it, as in a row: the words stand in it as long as it is empty.
    public LiveNumber hinting(String words) {
        ShortBox.hint(box, words);
        return this;
    }

    /// What the document has, as the box shows it to those who are not typing.
    public String shown() {
        return shown;
    }

    private void project(Optional<FieldLocation> place) {
        place.ifPresent(here -> session.parts().value(here.node(), field));
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
        typedIntoNothing = Optional.empty();
        Optional<Integer> value = wholeOf(text.strip());
        if (value.isEmpty()) {
            refuse(
                    node,
                    seq,
                    "%s is a whole number between %d and %d.".formatted(field.label(), type.min(), type.max()));
            return;
        }
        Claims.Naming naming = new Claims.Naming(field.label(), String::valueOf);
        session.claims()
                .set(new FieldLocation(node, field), value.get(), naming, answer -> answered(node, text, seq, answer));
    }

    private void answered(NodeId node, String text, long seq, SubmitResult result) {
        switch (result) {
            case SubmitResult.Done(long _, var notes) -> {
                if (isAt(node)) {
                    box.setHelperText(String.join(" ", notes));
                }
                answer(node, seq);
            }
            case SubmitResult.Nothing _
            when session.find(node).isEmpty() -> {
                typedIntoNothing = Optional.of(text).filter(typed -> isAt(node));
                refuse(node, seq, "Not saved: what this belonged to was removed.");
            }
            case SubmitResult.Nothing _, SubmitResult.Stale _, SubmitResult.Astray _ -> answer(node, seq);
            case SubmitResult.Refused(String reason) -> refuse(node, seq, reason);
        }
    }

    /// Digits; nothing stands for zero where that may be.
    private Optional<Integer> wholeOf(String digits) {
        if (digits.isEmpty() && type.min() == 0) {
            return Optional.of(0);
        }
        try {
            return Optional.of(Integer.parseInt(digits)).filter(value -> value >= type.min() && value <= type.max());
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private void answer(NodeId node, long seq) {
        text(node).ifPresent(now -> {
            shown = isAt(node) ? now : shown;
            show(node, seq);
        });
    }

    /// What was typed into what was removed does not stand in for the document's value once that is back.
    void read(CommittedChange committed) {
        spot.peek()
                .filter(here -> TextNews.bringsBack(committed, here.node()))
                .ifPresent(here -> typedIntoNothing.ifPresent(lost -> {
                    typedIntoNothing = Optional.empty();
                    clearMessage();
                    shown = text(here.node()).orElse("");
                    getElement().callJsFunction("bind", here.node().value(), shown);
                    wholeOf(lost.strip()).ifPresent(value -> Unsaved.offer(session, here, value));
                }));
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
        say("Before the connection was lost you had typed “%s” here; somebody else changed it since.".formatted(text));
    }

    private void say(String sentence) {
        Complaint.show(box, sentence);
    }

    private void clearMessage() {
        Complaint.show(box, "");
        if (box.getHelperText() != null) {
            box.setHelperText(null);
        }
    }

    private boolean isAt(NodeId node) {
        return spot.peek().filter(here -> here.node().equals(node)).isPresent();
    }

    private Optional<String> text(NodeId node) {
        return session.find(node)
                .filter(found -> found.kind() == field.kind())
                .map(found -> String.valueOf(found.get(field)));
    }
}
