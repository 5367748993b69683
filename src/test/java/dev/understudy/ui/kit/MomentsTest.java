package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-03-12T01:30:00Z");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-03-12T01:30:07Z, just now",
        "2026-03-12T01:29:01Z, just now",
        "2026-03-12T01:29:00Z, 1 min ago",
        "2026-03-12T00:31:00Z, 59 min ago",
        "2026-03-11T23:10:00Z, 2 h ago",
        "2026-03-11T22:10:00Z, yesterday",
        "2026-03-09T12:00:00Z, Monday",
        "2026-03-05T12:00:00Z, 5 Mar",
        "2025-11-12T12:00:00Z, 12 Nov 2025"
    })
    @DisplayName("U17 a moment is said as people say it, by the reader's calendar")
    void ago(Instant then, String words) {
        assertThat(Moments.ago(then, NOW, ZoneId.of("Europe/Berlin"))).isEqualTo(words);
    }
}
