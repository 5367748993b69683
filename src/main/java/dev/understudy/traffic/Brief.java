package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What exchanges are looked for by.
///
/// @param query without secrets
/// @param routePath of the route as its author wrote it; empty if none answered
/// @param summary of why it was answered so
public record Brief(
        UUID id,
        Instant at,
        String method,
        String path,
        String query,
        int status,
        Optional<NodeId> route,
        String routePath,
        Supplier<String> summary) {

    public static Brief of(Exchange exchange) {
        return new Brief(
                exchange.id(),
                exchange.at(),
                exchange.method(),
                exchange.path(),
                Redaction.query(exchange.query()),
                exchange.status(),
                exchange.route(),
                exchange.routePath(),
                () -> exchange.why().summary());
    }

    /// Whether all words stand in it, whatever their letters.
    boolean has(String words) {
        String text = String.join(" ", method, path, query, Integer.toString(status), routePath, summary.get())
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }
}
