package dev.understudy.template.helper.text;

import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;

/// What is put in the place of a text that was found: `$$` is a dollar sign, `$&` what was found, and the dollar sign
/// with a backtick or an apostrophe what stands before or after it.
record Replacement(String pattern) {

    /// Prints it.
    ///
    /// @param from where in the text it was found
    /// @param to where that ends
    void append(String text, int from, int to, Budget budget, StringBuilder out) throws TemplateException {
        int at = 0;
        while (at < pattern.length()) {
            int dollar = pattern.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == pattern.length()) {
                copy(pattern, at, pattern.length(), budget, out);
                return;
            }
            copy(pattern, at, dollar, budget, out);
            at = dollar + 2;
            switch (pattern.charAt(dollar + 1)) {
                case '$' -> copy("$", 0, 1, budget, out);
                case '&' -> copy(text, from, to, budget, out);
                case '`' -> copy(text, 0, from, budget, out);
                case '\'' -> copy(text, to, text.length(), budget, out);
                default -> {
                    copy("$", 0, 1, budget, out);
                    at = dollar + 1;
                }
            }
        }
    }

    /// Prints a part of a text, which is paid for first.
    static void copy(String text, int from, int to, Budget budget, StringBuilder out) throws TemplateException {
        budget.characters(to - from);
        out.append(text, from, to);
    }
}
