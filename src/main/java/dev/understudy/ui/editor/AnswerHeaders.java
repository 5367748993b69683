package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which headers of an answer a response says itself. Pure.
final class AnswerHeaders {

    /// What belongs to one connection (RFC 9110, 7.6.1) or one moment, or is said elsewhere.
    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "date",
            "content-length",
            "content-encoding",
            "content-type");

    private AnswerHeaders() {}

    /// Those that stay: without secrets, and without what all answers of the environment say anyway.
    static List<HeaderLine> of(List<HeaderLine> headers, Environment environment) {
        return headers.stream()
                .filter(header -> !LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT)))
                .filter(header -> Redaction.of(header).equals(header))
                .filter(header -> header.value().length() <= Limits.MAX_SHORT_TEXT)
                .filter(header -> !isSaidByAll(header, environment))
                .toList();
    }

    private static boolean isSaidByAll(HeaderLine header, Environment environment) {
        return environment.children(environment.root().id(), Slot.HEADERS).stream()
                .anyMatch(said -> said.get(Schema.HEADER_KEY).strip().equalsIgnoreCase(header.name())
                        && said.get(Schema.HEADER_VALUE).strip().equals(header.value()));
    }
}
