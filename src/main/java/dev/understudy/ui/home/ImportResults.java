package dev.understudy.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.understudy.environment.Problem;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.Tone;
import java.util.List;
import java.util.Locale;

/// What came of the files of this visit, the newest first, until each is put away.
final class ImportResults extends Div {

    ImportResults() {
        addClassName("import-results");
        getElement().setAttribute("aria-live", "polite");
    }

    void add(Imports.Result result) {
        Div line = new Div();
        line.addClassName("import-result");
        switch (result) {
            case Imports.Result.Imported imported -> {
                mark(line, imported.repairs().isEmpty() ? Tone.OK : Tone.WARN);
                line.add(head(line, success(imported)));
                if (!imported.repairs().isEmpty()) {
                    line.add(repairs(imported.repairs()));
                }
            }
            case Imports.Result.Refused refused -> {
                mark(line, Tone.BAD);
                Span sentence = new Span(refused.sentence());
                line.add(head(line, new Span(bold(refused.file()), new Span(" was not imported."))), sentence);
            }
        }
        addComponentAsFirst(line);
    }

    private static Component success(Imports.Result.Imported imported) {
        Anchor open = new Anchor("environments/" + imported.id(), imported.name());
        open.getElement().setAttribute("router-link", true);
        String what = " imported from " + imported.file() + ": " + Counted.of(imported.routes(), "route")
                + (imported.repairs().isEmpty()
                        ? "."
                        : ", " + Counted.of(imported.repairs().size(), "repair") + ".");
        return new Span(open, new Span(what));
    }

    private static Component repairs(List<Problem> problems) {
        UnorderedList list = new UnorderedList();
        problems.forEach(problem -> {
            ListItem item = new ListItem(problem.message());
            if (!problem.place().isEmpty()) {
                item.add(new Span(" "), new Code(problem.place()));
            }
            list.add(item);
        });
        return new NativeDetails("What was repaired", list);
    }

    private static Component head(Div line, Component text) {
        text.addClassName("grow");
        Button away = new Button("✕", click -> line.removeFromParent());
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        away.setAriaLabel("Put away");
        Div head = new Div(text, away);
        head.addClassName("row");
        return head;
    }

    private static Span bold(String text) {
        Span span = new Span(text);
        span.addClassName("strong");
        return span;
    }

    private static void mark(Div line, Tone tone) {
        line.getElement().setAttribute("data-tone", tone.name().toLowerCase(Locale.ROOT));
    }
}
