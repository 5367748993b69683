package dev.understudy.observed;

import java.util.Locale;

/// A number with what it counts.
final class Counted {

    private Counted() {}

    /// `1 request`, `2,000 requests`.
    static String of(int count, String one) {
        return String.format(Locale.ENGLISH, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
