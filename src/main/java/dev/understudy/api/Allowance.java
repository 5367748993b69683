package dev.understudy.api;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.account.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/// For how long the bearer of a token may go on seeing an environment, as far as it is known when it is asked: the
/// token may have been revoked, the membership ended, the environment put in the trash. For one thread at a time.
final class Allowance implements Supplier<Optional<Duration>> {

    private final AccessTokens tokens;
    private final Accesses accesses;
    private final Clock clock;
    private final String token;
    private final EnvironmentId environment;
    private Instant expiresAt = Instant.MAX;

    Allowance(AccessTokens tokens, Accesses accesses, Clock clock, String token, EnvironmentId environment) {
        this.tokens = tokens;
        this.accesses = accesses;
        this.clock = clock;
        this.token = token;
        this.environment = environment;
    }

    /// Until the token's time is over; empty if the bearer may not go on at all.
    @Override
    public Optional<Duration> get() {
        try {
            Optional<AccessTokens.Bearer> bearer = tokens.bearer(token)
                    .filter(found -> accesses.find(found.actor(), environment)
                            .filter(now -> now.allows(Action.VIEW))
                            .isPresent());
            bearer.ifPresent(found -> expiresAt = found.expiresAt());
            return bearer.flatMap(_ -> left());
        } catch (DataAccessException _) {
            // Nobody can say now; without a database nothing is streamed either.
            return left();
        }
    }

    private Optional<Duration> left() {
        Duration left = Duration.between(clock.instant(), expiresAt);
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }
}
