package dev.understudy.hosting.listener;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The ports that listeners may take, both ends included.
public record PortRange(int first, int last) {

    private static final int HIGHEST = 65_535;
    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,5})\\s*(?:-\\s*(\\d{1,5})\\s*)?");

    public PortRange {
        if (first < 1 || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("A range of ports goes from at least 1 to at most " + HIGHEST);
        }
    }

    /// Reads `3000-3999`, or a single port.
    ///
    /// @throws IllegalArgumentException with a sentence for the operator
    public static PortRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "UNDERSTUDY_LISTENER_PORTS must be a range like 3000-3999, not \"" + text + "\"");
        }
        int first = Integer.parseInt(form.group(1));
        try {
            return new PortRange(first, form.group(2) == null ? first : Integer.parseInt(form.group(2)));
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException(
                    "UNDERSTUDY_LISTENER_PORTS is \"" + text + "\". " + cause.getMessage(), cause);
        }
    }

    IntStream stream() {
        return IntStream.rangeClosed(first, last);
    }

    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    @Override
    public String toString() {
        return first + "–" + last;
    }
}
