package dev.understudy.js;

/// Finds a text in another one in a time that grows with both their lengths, not with one times the other.
public final class TextSearch {

    /// Characters that are looked through for one step.
    private static final int PER_STEP = 16;

    /// Longer texts are not searched for by trying each place.
    private static final int SHORT = 32;

    private TextSearch() {}

    /// Where a text is found first; -1 if it is not.
    ///
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> int find(String text, String search, int from, Effort<X> effort) throws X {
        if (search.length() <= SHORT) {
            int found = text.indexOf(search, from);
            effort.spend(((found < 0 ? text.length() : found) - from) / PER_STEP);
            return found;
        }
        if (from + search.length() > text.length()) {
            return -1;
        }
        effort.spend((text.length() - from + search.length()) / PER_STEP);
        return findLong(text, search, from);
    }

    /// Where a text is found last, of what lies before an end; -1 if it is not.
    ///
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> int findLast(String text, String search, int end, Effort<X> effort) throws X {
        String before = new StringBuilder(text.substring(0, end)).reverse().toString();
        int found = find(before, new StringBuilder(search).reverse().toString(), 0, effort);
        return found < 0 ? found : end - found - search.length();
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
