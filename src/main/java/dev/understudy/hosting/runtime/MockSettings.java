package dev.understudy.hosting.runtime;

import dev.understudy.hosting.outbound.OutboundGuard;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the operator lets mocks do.
@Component
public final class MockSettings {

    private final OutboundGuard guard;
    private final String variablesPrefix;
    private final String fakerLocale;
    private final Optional<Long> fakerSeed;
    private final boolean adminApi;

    public MockSettings(
            @Value("${understudy.outbound.allowed-ranges:}") String allowedRanges,
            @Value("${understudy.mock.variables-prefix:MOCKOON_}") String variablesPrefix,
            @Value("${understudy.mock.faker-locale:en}") String fakerLocale,
            @Value("${understudy.mock.faker-seed:}") String fakerSeed,
            @Value("${understudy.mock.admin-api:true}") boolean adminApi) {
        try {
            this.guard = new OutboundGuard(allowedRanges);
        } catch (IllegalArgumentException cause) {
            throw new IllegalArgumentException(
                    "UNDERSTUDY_OUTBOUND_ALLOWED_RANGES must be ranges of addresses with commas between them: "
                            + cause.getMessage(),
                    cause);
        }
        this.variablesPrefix = variablesPrefix.strip();
        this.fakerLocale = fakerLocale.strip();
        this.fakerSeed = seed(fakerSeed.strip());
        this.adminApi = adminApi;
    }

    OutboundGuard guard() {
        return guard;
    }

    /// Whether listeners answer the admin API at all; without its token nobody gets an answer in any case.
    boolean adminApi() {
        return adminApi;
    }

    /// Only variables of the server whose names begin with it are shown to mocks; none at all if it is empty.
    String variablesPrefix() {
        return variablesPrefix;
    }

    /// The language of made-up data, by its name in faker-js.
    String fakerLocale() {
        return fakerLocale;
    }

    /// With a seed each start of a mock makes up the same data in the same order.
    Optional<Long> fakerSeed() {
        return fakerSeed;
    }

    private static Optional<Long> seed(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException cause) {
            throw new IllegalArgumentException("UNDERSTUDY_MOCK_FAKER_SEED must be a whole number", cause);
        }
    }
}
