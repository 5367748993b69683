package dev.understudy.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// A sign-in that was not even tried, because too many before it failed.
final class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    /// Whole seconds until the next attempt, at least one.
    long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
