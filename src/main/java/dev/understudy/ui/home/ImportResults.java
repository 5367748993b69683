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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of the files of this visit, the newest first, until each is put away. The newest ones are seen; the others
/// are folded, so that the list below stays on the screen.
final class ImportResults extends Div {

    /// So many are seen at once.
    static final int SEEN = 3;

    private final List<Div> lines = new ArrayList<>();
    private final Div older = new Div();
    private final NativeDetails more = new NativeDetails("", older);
    private final Button all = new Button("Put all away", click -> {
        lines.clear();
        fold();
    });

    ImportResults() {
        addClassName("import-results");
        older.addClassName("older");
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
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
        lines.addFirst(line);
        fold();
    }

    private void putAway(Div line) {
        lines.remove(line);
        fold();
    }

    private void fold() {
        removeAll();
        lines.stream().limit(SEEN).forEach(this::add);
        older.removeAll();
        lines.stream().skip(SEEN).forEach(older::add);
        if (lines.size() > SEEN) {
            more.setSummaryText("and %,d more".formatted(lines.size() - SEEN));
            add(more);
        }
        if (lines.size() > 1) {
            add(all);
        }
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

    private Component head(Div line, Component text) {
        text.addClassName("grow");
        Button away = new Button("✕", click -> putAway(line));
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
