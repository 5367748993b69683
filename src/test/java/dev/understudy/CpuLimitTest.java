package dev.understudy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A limit for the work of a test")
class CpuLimitTest {

    @Test
    @DisplayName("work without an end is stopped")
    void endless() {
        assertThatThrownBy(() -> CpuLimit.assertWithin(Duration.ofMillis(50), () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("more than PT0.05S");
    }

    @Test
    @DisplayName("waiting is no work, and what the work throws is thrown")
    void waiting() {
        CpuLimit.assertWithin(Duration.ofMillis(50), () -> new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS));
        assertThatThrownBy(() -> CpuLimit.assertWithin(Duration.ofSeconds(1), () -> {
                    throw new IllegalStateException("thrown");
                }))
                .hasMessage("thrown");
    }
}
