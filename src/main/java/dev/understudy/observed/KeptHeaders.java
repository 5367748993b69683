package dev.understudy.observed;

import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The headers of an answer that are worth sending again: not what belongs to a connection or a moment, nor secrets.
///
/// @param secret names of those that were left out because they hold secrets
public record KeptHeaders(List<HeaderLine> lines, List<String> secret) {

    private static final int MAX_LINES = 100;

    private static final int MAX_VALUE = 8 * 1024;
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "date",
            "age",
            "content-length",
            "alt-svc",
            "strict-transport-security");

    /// Those of an answer.
    public static KeptHeaders of(List<HeaderLine> headers) {
        Map<String, HeaderLine> kept = new LinkedHashMap<>();
        List<String> secret = new ArrayList<>();
        for (HeaderLine header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!Redaction.of(header).equals(header) || Redaction.isGapped(header.value())) {
                if (!secret.contains(name)) {
                    secret.add(name);
                }
            } else if (!OF_THE_MOMENT.contains(name) && canBeSent(header) && kept.size() < MAX_LINES) {
                kept.merge(name, header, (one, more) -> new HeaderLine(one.name(), one.value() + ", " + more.value()));
            }
        }
        return new KeptHeaders(List.copyOf(kept.values()), secret);
    }

    /// Values are templates, in which braces mean something.
    private static boolean canBeSent(HeaderLine header) {
        return HeaderSheet.isName(header.name())
                && HeaderSheet.isValue(header.value())
                && header.value().length() <= MAX_VALUE
                && !header.value().contains("{{");
    }

    String type() {
        return HeaderLine.first(lines, "content-type").orElse("");
    }
}
