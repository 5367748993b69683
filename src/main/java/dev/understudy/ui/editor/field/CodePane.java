package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Tone;

/// A text for programs in a frame of its own: a bar with its language and formatting above, the text below.
public final class CodePane extends Div implements Bound {

    private final CodeField text;
    private final Div start = new Div();
    private final Span language = new Span();
    private final Span complaint = new Span();
    private final CopyButton copyRecovered = new CopyButton("Copy it");
    private final Banner recovered = new Banner(
            Tone.WARN,
            "What you had typed here before the connection was lost could not be put back: others changed the same place.",
            copyRecovered,
            new Button("Dismiss", click -> hideRecovered()));
    private final ValueSignal<Boolean> json = new ValueSignal<>(false);

    public CodePane(Desk desk, Field<String> field) {
        text = CodeField.code(desk, field);
        addClassName("code-pane");
        start.addClassName("start");
        complaint.addClassNames("complaint", "grow", "cut");
        complaint.getElement().setAttribute("role", "alert");
        Button format = new Button("Format");
        format.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        format.setTooltipText("Lay the JSON out; templates stay as they are");
        format.addClickListener(click -> {
            say("");
            text.format();
        });
        recovered.setVisible(false);
        Div bar = new Div(language, start, complaint, format);
        bar.addClassName("bar");
        add(bar, recovered, text);
        text.onComplaint(this::say);
        text.onRecovered(lost -> {
            copyRecovered.setCopied(lost);
            recovered.setVisible(true);
        });
        Signal.effect(
                this,
                () -> format.setVisible(json.get() && desk.standing().get().mayEdit()));
    }

    /// Puts something into the bar.
    public void addToBar(Component... components) {
        start.add(components);
    }

    /// What the text is highlighted as, see [CodeField#setLanguage], and how people call that.
    public void setLanguage(String name, String words) {
        text.setLanguage(name);
        language.setText(words);
        json.set(name.equals("json"));
    }

    @Override
    public void bind(NodeId node) {
        say("");
        recovered.setVisible(false);
        text.bind(node);
    }

    private void say(String sentence) {
        complaint.setText(sentence);
    }

    private void hideRecovered() {
        recovered.setVisible(false);
    }
}
