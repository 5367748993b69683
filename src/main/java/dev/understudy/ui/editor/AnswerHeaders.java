package dev.understudy.ui.editor;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.observed.KeptHeaders;
import dev.understudy.traffic.HeaderLine;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which headers of an answer a response says itself. Pure.
final class AnswerHeaders {

    /// A response says elsewhere what its body is.
    private static final Set<String> OF_THE_BODY = Set.of("content-encoding", "content-type");

    private AnswerHeaders() {}

    /// Those that stay: without secrets, and without what all answers of the environment say anyway.
    static List<HeaderLine> of(List<HeaderLine> headers, Environment environment) {
        return KeptHeaders.of(headers).lines().stream()
                .filter(header -> !OF_THE_BODY.contains(header.name().toLowerCase(Locale.ROOT)))
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
