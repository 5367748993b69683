package dev.understudy.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes secrets out of headers before they are shown.
public final class Redaction {

    private static final String REDACTED = "[REDACTED]";
    private static final Set<String> WITH_SCHEME = Set.of("authorization", "proxy-authorization");
    private static final Set<String> SECRET = Set.of("cookie", "set-cookie", "x-api-key", "api-key", "x-auth-token");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Redaction() {}

    /// The same headers without what a thief could use.
    public static List<HeaderLine> of(List<HeaderLine> headers) {
        return headers.stream().map(Redaction::of).toList();
    }

    private static HeaderLine of(HeaderLine header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        if (SECRET.contains(name)) {
            return new HeaderLine(header.name(), REDACTED);
        }
        if (!WITH_SCHEME.contains(name)) {
            return header;
        }
        String[] words = SPACES.split(header.value().strip(), 2);
        return new HeaderLine(header.name(), words.length == 2 ? words[0] + " " + REDACTED : REDACTED);
    }
}
