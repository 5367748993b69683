package dev.understudy.js.regex;

import dev.understudy.js.Whitespace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of UTF-16 code units. Immutable.
final class CharSet {

    private static final int ASCII = 128;

    static final CharSet ANY = new Builder().build(true, false);
    static final CharSet NOT_LINE_END =
            new Builder().add('\n').add('\r').add('\u2028').add('\u2029').build(true, false);
    static final CharSet DIGITS = new Builder().add('0', '9').build(false, false);
    static final CharSet WORD =
            new Builder().add('0', '9').add('A', 'Z').add('a', 'z').add('_').build(false, false);
    static final CharSet SPACES = spaces();

    /// Pairs of first and last, in order and apart from each other.
    private final char[] ranges;

    private final long low;
    private final long high;
    private final boolean ignoreCase;
    private final boolean negated;

    private CharSet(char[] ranges, boolean negated, boolean ignoreCase) {
        this.ranges = ranges;
        this.negated = negated;
        this.ignoreCase = ignoreCase;
        long[] bits = new long[2];
        for (char c = 0; c < ASCII; c++) {
            if (compute(c)) {
                bits[c >> 6] |= 1L << c;
            }
        }
        low = bits[0];
        high = bits[1];
    }

    boolean contains(char c) {
        if (c < ASCII) {
            return ((c < Long.SIZE ? low : high) & 1L << c) != 0;
        }
        return compute(c);
    }

    private boolean compute(char c) {
        return negated != isMember(c);
    }

    private boolean isMember(char c) {
        if (inRanges(c)) {
            return true;
        }
        if (ignoreCase) {
            for (char same : CaseFolding.siblings(c)) {
                if (inRanges(same)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inRanges(char c) {
        int from = 0;
        int to = ranges.length / 2 - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (c < ranges[2 * middle]) {
                to = middle - 1;
            } else if (c > ranges[2 * middle + 1]) {
                from = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private static CharSet spaces() {
        Builder spaces = new Builder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (Whitespace.is((char) c)) {
                spaces.add((char) c);
            }
        }
        return spaces.build(false, false);
    }

    /// Collects ranges, in any order and overlapping as they like.
    static final class Builder {

        private final List<char[]> ranges = new ArrayList<>();

        Builder add(char c) {
            return add(c, c);
        }

        Builder add(char first, char last) {
            ranges.add(new char[] {first, last});
            return this;
        }

        Builder addAll(CharSet set, boolean complement) {
            if (!complement) {
                for (int at = 0; at < set.ranges.length; at += 2) {
                    add(set.ranges[at], set.ranges[at + 1]);
                }
                return this;
            }
            int next = 0;
            for (int at = 0; at < set.ranges.length; at += 2) {
                if (set.ranges[at] > next) {
                    add((char) next, (char) (set.ranges[at] - 1));
                }
                next = set.ranges[at + 1] + 1;
            }
            return next > Character.MAX_VALUE ? this : add((char) next, Character.MAX_VALUE);
        }

        CharSet build(boolean negated, boolean ignoreCase) {
            ranges.sort(Comparator.comparingInt(range -> range[0]));
            List<char[]> merged = new ArrayList<>();
            for (char[] range : ranges) {
                char[] last = merged.isEmpty() ? null : merged.getLast();
                if (last != null && range[0] <= last[1] + 1) {
                    last[1] = last[1] > range[1] ? last[1] : range[1];
                } else {
                    merged.add(range.clone());
                }
            }
            char[] flat = new char[merged.size() * 2];
            for (int at = 0; at < merged.size(); at++) {
                flat[2 * at] = merged.get(at)[0];
                flat[2 * at + 1] = merged.get(at)[1];
            }
            return new CharSet(flat, negated, ignoreCase);
        }
    }
}
