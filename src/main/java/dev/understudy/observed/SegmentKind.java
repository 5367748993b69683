package dev.understudy.observed;

import java.util.regex.Pattern;

/// What a segment of a path looks like: a word, or a value that another one might stand in place of.
enum SegmentKind {
    WORD,
    NUMBER,
    UUID,
    HEX,
    DATE;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,19}");
    private static final Pattern UUIDS =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// Digits among the letters: else it might be a word.
    private static final Pattern LONG_HEX = Pattern.compile("(?i)(?=[0-9a-f]*[0-9])[0-9a-f]{16,128}");

    private static final Pattern DATES =
            Pattern.compile("[12][0-9]{3}-[01][0-9](-[0-3][0-9]([Tt ][0-9:.%aA+Zz-]{2,40})?)?");

    static SegmentKind of(String segment) {
        if (NUMBERS.matcher(segment).matches()) {
            return NUMBER;
        }
        if (UUIDS.matcher(segment).matches()) {
            return UUID;
        }
        if (LONG_HEX.matcher(segment).matches()) {
            return HEX;
        }
        return DATES.matcher(segment).matches() ? DATE : WORD;
    }

    /// Whether one of them alone says that others may stand there: nobody names a thing so.
    boolean isTelling() {
        return this == UUID || this == HEX;
    }
}
