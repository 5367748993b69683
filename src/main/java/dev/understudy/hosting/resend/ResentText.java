package dev.understudy.hosting.resend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Outcomes as one process tells them to another: a word, and what belongs to it behind a space. Pure.
final class ResentText {

    private static final String SENT = "sent";
    private static final String MASKED = "masked";

    private ResentText() {}

    static String write(Resent outcome) {
        return switch (outcome) {
            case Resent.Sent(Optional<UUID> exchange) ->
                SENT + exchange.map(id -> " " + id).orElse("");
            case Resent.WithoutSecrets(List<String> headers) -> MASKED + " " + String.join(",", headers);
            case Resent.Refused(Resent.Why why, String _) -> why.name();
        };
    }

    /// What a later version wrote is a failure.
    static Resent read(String text) {
        String[] parts = text.split(" ", 2);
        Optional<String> rest = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        return switch (parts[0]) {
            case SENT -> new Resent.Sent(rest.map(UUID::fromString));
            case MASKED -> new Resent.WithoutSecrets(List.of(rest.orElse("").split(",")));
            default ->
                Resent.Refused.of(Arrays.stream(Resent.Why.values())
                        .filter(why -> why.name().equals(parts[0]))
                        .findFirst()
                        .orElse(Resent.Why.FAILED));
        };
    }
}
