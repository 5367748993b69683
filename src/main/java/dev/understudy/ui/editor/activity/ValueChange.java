package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.understudy.history.past.Difference;
import java.util.Optional;

/// How a value before and after is drawn: what is short in one line, what is long with what stayed folded away.
final class ValueChange {

    /// In characters; longer ones are texts.
    private static final int MAX_SHORT = 60;

    private ValueChange() {}

    static Component of(Difference.Value value) {
        String before = words(value.before());
        String after = words(value.after());
        if (isText(before) || isText(after)) {
            return new TextDifference(value.field().label(), before, after);
        }
        Span line = new Span();
        line.addClassName("short");
        value.before().ifPresent(was -> line.add(sign("del", before)));
        value.after().ifPresent(is -> line.add(sign("ins", after)));
        return line;
    }

    private static Component sign(String tag, String words) {
        Span sign = new Span(words.isEmpty() ? "empty" : words);
        sign.addClassName(tag);
        sign.getElement().setAttribute("role", tag.equals("del") ? "deletion" : "insertion");
        if (words.isEmpty()) {
            sign.addClassName("muted");
        }
        return sign;
    }

    private static boolean isText(String words) {
        return words.length() > MAX_SHORT || words.indexOf('\n') >= 0;
    }

    /// A plain value as the form shows it.
    private static String words(Optional<Object> value) {
        return value.map(plain -> plain instanceof Boolean on ? (on ? "on" : "off") : plain.toString())
                .orElse("");
    }
}
