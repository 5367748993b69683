package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import java.util.Locale;

/// The steps of a decision, one in a line, each with what its rules saw.
final class WhyLines {

    private WhyLines() {}

    static Div of(Line line) {
        Span mark = new Span(line.mark().sign());
        mark.addClassName("mark");
        mark.getElement().setAttribute("data-mark", line.mark().name().toLowerCase(Locale.ROOT));
        Div row = new Div(mark, new Span(" " + line.text()));
        for (Check check : line.checks()) {
            check.held().ifPresent(_ -> {
                Span seen = new Span(check.compared().map(text -> "was " + text).orElse("was not there"));
                seen.addClassName("seen");
                row.add(seen);
            });
        }
        return row;
    }
}
