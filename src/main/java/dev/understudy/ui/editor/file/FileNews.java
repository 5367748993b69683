package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.ui.kit.Tone;

/// What a person should know or decide about files that they uploaded: a line each, until it is put away.
final class FileNews extends Div {

    /// A question that waits for an answer.
    ///
    /// @param answers the buttons
    /// @param away puts it away
    record Question(Div answers, Runnable away) {}

    FileNews() {
        addClassName("file-news");
        getElement().setAttribute("aria-live", "polite");
    }

    /// Says why a file is not kept.
    void refused(String file, String reason) {
        line(Tone.BAD, file, " was not uploaded. " + reason, () -> {});
    }

    /// Asks about a file.
    ///
    /// @param gone is run when the line is put away, answered or not
    Question ask(String file, String question, Runnable gone, Button... answers) {
        Div line = line(Tone.WARN, file, question, gone);
        Div row = new Div(answers);
        row.addClassName("row");
        for (Button answer : answers) {
            answer.addThemeVariants(ButtonVariant.LUMO_SMALL);
        }
        line.addComponentAtIndex(1, row);
        return new Question(row, () -> away(line, gone));
    }

    private Div line(Tone tone, String file, String words, Runnable gone) {
        Span name = new Span(file);
        name.addClassName("strong");
        Span text = new Span(name, new Span(words));
        text.addClassName("grow");
        Div line = new Div();
        Button away = new Button("✕", click -> away(line, gone));
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        away.setAriaLabel("Put away");
        line.addClassName("file-note");
        line.getElement().setAttribute("data-tone", tone.word());
        line.add(text, away);
        addComponentAsFirst(line);
        return line;
    }

    private static void away(Component line, Runnable gone) {
        if (line.getParent().isPresent()) {
            line.removeFromParent();
            gone.run();
        }
    }
}
