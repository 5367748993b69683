package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetryTest {

    @Test
    @DisplayName("U134 the pauses between tries double from 250 ms to 5 s")
    void pauses() {
        assertThat(IntStream.of(1, 2, 3, 5, 6, 100).mapToObj(Retry::after).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1_000L, 4_000L, 5_000L, 5_000L);
    }
}
