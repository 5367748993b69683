package dev.understudy.ui.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    @DisplayName("P10 how long something still works is said in words")
    void words() {
        assertThat(in(Duration.ofDays(7))).isEqualTo("in 7 days");
        assertThat(in(Duration.ofDays(7).minusSeconds(5))).isEqualTo("in 7 days");
        assertThat(in(Duration.ofDays(2))).isEqualTo("in 2 days");
        assertThat(in(Duration.ofHours(30))).isEqualTo("in 30 hours");
        assertThat(in(Duration.ofMinutes(20))).isEqualTo("within an hour");
        assertThat(in(Duration.ZERO)).isEqualTo("expired");
        assertThat(in(Duration.ofDays(36_500))).isEqualTo("does not expire");
    }

    private static String in(Duration time) {
        return Expiry.words(NOW.plus(time), NOW);
    }
}
