package dev.understudy.traffic.kept;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// For how long, and how much, the operator wants to keep what mocks were asked.
@Component
public final class Retention {

    static final int MAX_DAYS = 366;
    static final int MAX_MEGABYTES = 1_000_000;

    private static final long MEGABYTE = 1024 * 1024;

    private final int days;
    private final int megabytes;

    /// @param days none are kept at all if it is 0
    /// @param megabytes of one environment, with all its branches
    /// @throws IllegalArgumentException if they are out of bounds
    public Retention(
            @Value("${understudy.traffic.days:0}") int days,
            @Value("${understudy.traffic.megabytes:256}") int megabytes) {
        require("UNDERSTUDY_TRAFFIC_DAYS", days, 0, MAX_DAYS);
        require("UNDERSTUDY_TRAFFIC_MEGABYTES", megabytes, 1, MAX_MEGABYTES);
        this.days = days;
        this.megabytes = megabytes;
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be a whole number from %d to %d".formatted(name, least, most));
        }
    }

    boolean isOn() {
        return days > 0;
    }

    Duration age() {
        return Duration.ofDays(days);
    }

    /// Of one environment.
    long bytes() {
        return megabytes * MEGABYTE;
    }
}
