package dev.understudy.mock.wire;

import dev.understudy.js.Numbers;

/// The part of a file that a `Range` header asks for. Of several parts the first counts; the unit is not looked at.
public sealed interface ByteRange {

    /// From the first to the last byte, both included.
    record Part(int first, int last) implements ByteRange {
        public int length() {
            return last - first + 1;
        }
    }

    /// There are no such bytes.
    enum Unsatisfiable implements ByteRange {
        UNSATISFIABLE
    }

    /// The header can't be read.
    enum Malformed implements ByteRange {
        MALFORMED
    }

    /// Reads a header for a file of that many bytes.
    static ByteRange of(int size, String header) {
        int equals = header.indexOf('=');
        if (equals < 0) {
            return Malformed.MALFORMED;
        }
        ByteRange found = Unsatisfiable.UNSATISFIABLE;
        for (String range : header.substring(equals + 1).split(",", -1)) {
            int dash = range.indexOf('-');
            if (dash < 0) {
                return Malformed.MALFORMED;
            }
            String start = range.substring(0, dash).strip();
            String end = range.substring(dash + 1).strip();
            double first = start.isEmpty() ? size - position(end) : position(start);
            double last = start.isEmpty() || end.isEmpty() ? size - 1.0 : Math.min(position(end), size - 1.0);
            if (Double.isNaN(first) || Double.isNaN(last)) {
                return Malformed.MALFORMED;
            }
            if (first <= last && first >= 0 && found == Unsatisfiable.UNSATISFIABLE) {
                found = new Part((int) first, (int) last);
            }
        }
        return found;
    }

    private static double position(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Numbers.parse(text) : Double.NaN;
    }
}
