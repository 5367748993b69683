package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Tone;
import java.util.Optional;

/// The body of a response: the text, what it is highlighted as, and formatting.
final class BodyEditor extends Div implements Bound {

    private final Desk desk;
    private final CodeField text;
    private final Span language = new Span();
    private final Span complaint = new Span();
    private final Span source = new Span();
    private final Button format = new Button("Format");
    private final CopyButton copyRecovered = new CopyButton("Copy it");
    private final Banner recovered = new Banner(
            Tone.WARN,
            "What you had typed here before the connection was lost could not be put back: others changed the same place.",
            copyRecovered,
            new Button("Dismiss", click -> hideRecovered()));
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    BodyEditor(Desk desk) {
        this.desk = desk;
        text = CodeField.code(desk, Schema.RESPONSE_BODY);
        addClassName("body-editor");
        complaint.addClassNames("complaint", "grow", "cut");
        complaint.getElement().setAttribute("role", "alert");
        source.addClassName("muted");
        format.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        format.setTooltipText("Lay the JSON out; templates stay as they are");
        format.addClickListener(click -> {
            say("");
            text.format();
        });
        recovered.setVisible(false);
        Div bar = new Div(language, source, complaint, format);
        bar.addClassName("bar");
        add(bar, recovered, text);
        text.onComplaint(this::say);
        text.onRecovered(lost -> {
            copyRecovered.setCopied(lost);
            recovered.setVisible(true);
        });
        Signal.effect(this, () -> project(response.get()));
    }

    @Override
    public void bind(NodeId node) {
        say("");
        recovered.setVisible(false);
        desk.find(node).ifPresent(found -> text.setLanguage(type(node).language()));
        text.bind(node);
        response.set(Optional.of(node));
    }

    private void project(Optional<NodeId> id) {
        desk.document().get();
        boolean mayEdit = desk.standing().get().mayEdit();
        id.flatMap(desk::find).ifPresent(node -> {
            ContentType type = type(node.id());
            language.setText(type.languageLabel());
            text.setLanguage(type.language());
            format.setVisible(mayEdit && type.language().equals("json"));
            source.setText(
                    switch (node.get(Schema.RESPONSE_BODY_TYPE)) {
                        case "FILE" -> "Imported with a file as its body, which is not on this server";
                        case "DATABUCKET" -> "Imported with a data bucket as its body";
                        default -> "";
                    });
        });
    }

    private ContentType type(NodeId node) {
        return ContentType.of(desk.now().environment(), node);
    }

    private void say(String sentence) {
        complaint.setText(sentence);
    }

    private void hideRecovered() {
        recovered.setVisible(false);
    }
}
