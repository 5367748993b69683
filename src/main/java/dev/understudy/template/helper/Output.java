package dev.understudy.template.helper;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.Budget;
import dev.understudy.template.TemplateException;

/// Where a template prints to. Whatever is printed is paid for first. For one rendering on one thread.
public final class Output {

    private final StringBuilder text;
    private final Budget budget;

    public Output(Budget budget, int expectedLength) {
        this.text = new StringBuilder(expectedLength);
        this.budget = budget;
    }

    /// Prints a value as it is: null and undefined leave nothing.
    public void plain(JsValue value) throws TemplateException {
        if (!value.isNullish()) {
            plain(Texts.of(value, budget));
        }
    }

    public void plain(String more) throws TemplateException {
        budget.characters(more.length());
        text.append(more);
    }

    /// Prints a value so that HTML does not take it for a tag or an attribute; safe texts as they are.
    public void escaped(JsValue value) throws TemplateException {
        switch (value) {
            case Text(String string) -> escaped(string);
            case SafeText(String string) -> plain(string);
            default -> {
                if (!value.isNullish()) {
                    escaped(Texts.of(value, budget));
                }
            }
        }
    }

    private void escaped(String more) throws TemplateException {
        budget.characters(more.length());
        int from = 0;
        for (int at = 0; at < more.length(); at++) {
            String instead = escape(more.charAt(at));
            if (!instead.isEmpty()) {
                budget.characters(instead.length());
                text.append(more, from, at).append(instead);
                from = at + 1;
            }
        }
        text.append(more, from, more.length());
    }

    private static String escape(char c) {
        if (c > '`') {
            return "";
        }
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

    @Override
    public String toString() {
        return text.toString();
    }
}
