package dev.understudy.template.helper;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a template prints to. Whatever is printed is paid for first. For one rendering on one thread.
///
/// A program that begins with numbers or truth values in three braces adds them, until something else comes: the
/// reference's compiled templates put a plus sign between what they print. What a program comes to is what counts for
/// the program around it.
public final class Output {

    private static final int LEVELS = 8;

    private final StringBuilder text;
    private final Budget budget;

    /// For each open program: nothing yet, a sum, or text that has been printed.
    private @Nullable JsValue[] sums = new JsValue[LEVELS];

    private int top;

    public Output(Budget budget, int expectedLength) {
        this.text = new StringBuilder(expectedLength);
        this.budget = budget;
    }

    /// Begins a program.
    public void begin() {
        top++;
        if (top == sums.length) {
            sums = Arrays.copyOf(sums, 2 * top);
        }
        sums[top] = null;
    }

    /// Ends a program.
    public void end() throws TemplateException {
        JsValue sum = sums[top];
        top--;
        if (sum == null) {
            text();
        } else if (sum != Text.EMPTY) {
            add(sum);
        }
    }

    /// From here on, there is text: what was added is printed.
    public void text() throws TemplateException {
        if (sums[top] == Text.EMPTY) {
            return;
        }
        for (int level = 0; level <= top; level++) {
            JsValue sum = sums[level];
            sums[level] = Text.EMPTY;
            if (sum != null && sum != Text.EMPTY) {
                append(Conversions.toText(sum));
            }
        }
    }

    /// Makes text of what follows, unless a sum was begun.
    public void textAtBeginning() throws TemplateException {
        if (sums[top] == null) {
            text();
        }
    }

    private void add(JsValue value) throws TemplateException {
        JsValue sum = sums[top];
        if (sum == Text.EMPTY) {
            append(Conversions.toText(value));
        } else {
            sums[top] = sum == null ? value : new Num(Conversions.toNumber(sum) + Conversions.toNumber(value));
        }
    }

    /// Prints a value as it is: null and undefined leave nothing.
    public void plain(JsValue value) throws TemplateException {
        switch (value) {
            case Num _, Bool _ -> add(value);
            case Null _, Undefined _ -> text();
            default -> plain(TextConversion.of(value, budget));
        }
    }

    public void plain(String more) throws TemplateException {
        text();
        append(more);
    }

    private void append(String more) throws TemplateException {
        budget.characters(more.length());
        text.append(more);
    }

    /// Prints a value so that HTML does not take it for a tag or an attribute; safe texts as they are.
    public void escaped(JsValue value) throws TemplateException {
        text();
        switch (value) {
            case Text(String string) -> escaped(string);
            case SafeText(String string) -> append(string);
            case Num _, Bool _ -> append(Conversions.toText(value));
            case Null _, Undefined _ -> {}
            default -> escaped(TextConversion.of(value, budget));
        }
    }

    private void escaped(String more) throws TemplateException {
        budget.characters(more.length());
        int from = 0;
        for (int at = 0; at < more.length(); at++) {
            char c = more.charAt(at);
            if (c <= '`') {
                String instead = escape(c);
                if (!instead.isEmpty()) {
                    budget.characters(instead.length());
                    text.append(more, from, at).append(instead);
                    from = at + 1;
                }
            }
        }
        text.append(more, from, more.length());
    }

    private static String escape(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#x27;";
            case '`' -> "&#x60;";
            case '=' -> "&#x3D;";
            default -> "";
        };
    }

    public int length() {
        return text.length();
    }

    public char charAt(int at) {
        return text.charAt(at);
    }

    /// Takes back what was printed after the first characters.
    public void cut(int length) {
        text.setLength(length);
    }

    /// Takes back what was printed after the first characters, and gives it away.
    public String take(int length) {
        String taken = text.substring(length);
        text.setLength(length);
        return taken;
    }

    /// All that was printed.
    public String finish() throws TemplateException {
        text();
        return text.toString();
    }
}
