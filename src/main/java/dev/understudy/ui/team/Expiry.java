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
        long days = left.toDays();
        if (days > MANY_YEARS_DAYS) {
            return "does not expire";
        }
        if (days > 1) {
            return "in " + days + " days";
        }
        long hours = left.toHours();
        return hours > 1 ? "in " + hours + " hours" : "in less than 2 hours";
    }
}
