package dev.understudy.ui.team;

import java.time.Duration;
import java.time.Instant;

/// When something ends, as people say it. Pure.
final class Expiry {

    private static final int MANY_YEARS_DAYS = 3660;

    private Expiry() {}

    static String words(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        if (!left.isPositive()) {
            return "expired";
        }
        long hours = left.plusMinutes(59).toHours();
        long days = (hours + 23) / 24;
        if (days > MANY_YEARS_DAYS) {
            return "does not expire";
        }
        if (hours > 36) {
            return "in " + days + " days";
        }
        return hours > 1 ? "in " + hours + " hours" : "within an hour";
    }
}
