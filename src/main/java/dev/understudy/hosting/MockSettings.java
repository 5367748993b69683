package dev.understudy.hosting;

import dev.understudy.hosting.outbound.OutboundGuard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the operator lets mocks do.
@Component
final class MockSettings {

    private final OutboundGuard guard;
    private final String variablesPrefix;

    MockSettings(
            @Value("${understudy.outbound.allowed-ranges:}") String allowedRanges,
            @Value("${understudy.mock.variables-prefix:MOCKOON_}") String variablesPrefix) {
        try {
            this.guard = new OutboundGuard(allowedRanges);
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException(
                    "UNDERSTUDY_OUTBOUND_ALLOWED_RANGES must be ranges of addresses with commas between them: "
                            + cause.getMessage(),
                    cause);
        }
        this.variablesPrefix = variablesPrefix.strip();
    }

    OutboundGuard guard() {
        return guard;
    }

    /// Only variables of the server whose names begin with it are shown to mocks; none at all if it is empty.
    String variablesPrefix() {
        return variablesPrefix;
    }
}
