package dev.understudy.template.helper.text;

import dev.understudy.template.Budget;
import dev.understudy.template.TemplateException;

/// Searching in texts, which is paid for and takes no longer than the texts are long.
final class Searches {

    /// Characters that are looked at for one step.
    private static final int PER_STEP = 16;

    /// Longer texts are not searched for by trying each place, which could take their length times the other's.
    private static final int SHORT = 32;

    private Searches() {}

    /// Where a text is found; -1 if it is not.
    static int find(String text, String search, int from, Budget budget) throws TemplateException {
        if (search.length() <= SHORT) {
            int found = text.indexOf(search, from);
            budget.step(((found < 0 ? text.length() : found) - from) / PER_STEP);
            return found;
        }
        budget.step((text.length() - from + search.length()) / PER_STEP);
        return from + search.length() > text.length() ? -1 : findLong(text, search, from);
    }

    /// After Knuth, Morris and Pratt: no character of the text is looked at again after a mismatch.
    private static int findLong(String text, String search, int from) {
        int[] borders = borders(search);
        int matched = 0;
        for (int at = from; at < text.length(); at++) {
            while (matched > 0 && text.charAt(at) != search.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(at) == search.charAt(matched)) {
                matched++;
            }
            if (matched == search.length()) {
                return at + 1 - matched;
            }
        }
        return -1;
    }

    /// For each beginning of the text, how long the longest shorter beginning is that it ends with.
    private static int[] borders(String search) {
        int[] borders = new int[search.length()];
        int length = 0;
        for (int at = 1; at < borders.length; at++) {
            while (length > 0 && search.charAt(at) != search.charAt(length)) {
                length = borders[length - 1];
            }
            if (search.charAt(at) == search.charAt(length)) {
                length++;
            }
            borders[at] = length;
        }
        return borders;
    }
}
