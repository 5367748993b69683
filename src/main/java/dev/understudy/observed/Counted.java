package dev.understudy.observed;

/// A number with what it counts.
final class Counted {

    private Counted() {}

    /// `1 request`, `2,000 requests`.
    static String of(int count, String one) {
        return "%,d %s%s".formatted(count, one, count == 1 ? "" : "s");
    }
}
