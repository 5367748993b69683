package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import dev.understudy.edit.TextChange;
import java.util.List;

/// Two versions of a text, one in the other: what went struck out, what came marked, what stayed folded away.
@Tag("understudy-difference")
@JsModule("./code/understudy-difference.ts")
@NpmPackage(value = "@codemirror/merge", version = "6.12.3")
final class TextDifference extends Component {

    /// Longer texts are cut to where they differ.
    private static final int MAX_LENGTH = 100_000;

    /// So much of what stayed is shown around that.
    private static final int AROUND = 400;

    /// @param label what the text is
    TextDifference(String label, String before, String after) {
        boolean whole = before.length() + after.length() <= MAX_LENGTH;
        int start = whole ? 0 : Math.max(0, keptAt(before, after, true) - AROUND);
        int end = whole ? 0 : Math.max(0, keptAt(before, after, false) - AROUND);
        getElement().setAttribute("aria-label", label);
        getElement()
                .callJsFunction(
                        "show",
                        cut(before, start, end),
                        cut(after, start, end),
                        looksLikeJson(after.isBlank() ? before : after) ? "json" : "");
    }

    /// How much is the same at the start of both texts, or at their end.
    private static int keptAt(String before, String after, boolean start) {
        List<TextChange.Part> parts = TextChange.between(before, after).parts();
        TextChange.Part outer = start ? parts.getFirst() : parts.getLast();
        return outer instanceof TextChange.Part.Keep(int kept) ? kept : 0;
    }

    private static String cut(String text, int start, int end) {
        String middle = text.substring(start, text.length() - end);
        boolean tooLong = middle.length() > MAX_LENGTH;
        return (start > 0 ? "…" : "")
                + (tooLong ? middle.substring(0, MAX_LENGTH) : middle)
                + (end > 0 || tooLong ? "…" : "");
    }

    private static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }
}
