package dev.understudy.hosting.intake;

import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import org.jspecify.annotations.Nullable;

/// A header as it stands on the wire.
final class RawHeader {

    private RawHeader() {}

    /// Null if this is none.
    static @Nullable WireHeader parse(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return null;
        }
        int from = colon + 1;
        int to = line.length();
        while (from < to && isBlank(line.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(line.charAt(to - 1))) {
            to--;
        }
        String name = line.substring(0, colon);
        String value = line.substring(from, to);
        return HeaderSheet.isName(name) && HeaderSheet.isValue(value) ? new WireHeader(name, value) : null;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
