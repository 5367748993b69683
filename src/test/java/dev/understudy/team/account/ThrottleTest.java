package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(clock, 3);

    @Test
    @DisplayName("P15 the first attempts are free, then the wait doubles each time up to 15 minutes")
    void doubles() {
        attempts(3);
        for (long seconds = 1; seconds < 15 * 60; seconds *= 2) {
            assertThat(throttle.begin("a")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.begin("a")).isEmpty();
        }
        assertThat(throttle.begin("a")).contains(Throttle.LONGEST_WAIT);
    }

    @Test
    @DisplayName("P15 waiting out half of the time is not enough, and asking does not make it longer")
    void asking() {
        attempts(3);
        clock.pass(Duration.ofMillis(400));
        assertThat(throttle.begin("a")).contains(Duration.ofMillis(600));
        assertThat(throttle.begin("a")).contains(Duration.ofMillis(600));
    }

    @Test
    @DisplayName("P15 keys do not get in each other's way")
    void keys() {
        attempts(3);
        assertThat(throttle.begin("b")).isEmpty();
    }

    @Test
    @DisplayName("P15 after an hour without an attempt a key starts anew")
    void memory() {
        attempts(3);
        clock.pass(Throttle.MEMORY.plusSeconds(1));
        attempts(3);
    }

    @Test
    @DisplayName("P15 an attempt that was taken back did not count, one that was forgotten clears the key")
    void success() {
        for (int count = 0; count < 20; count++) {
            attempts(1);
            throttle.takeBack("a");
        }
        attempts(3);
        assertThat(throttle.begin("a")).isPresent();
        throttle.forget("a");
        attempts(3);
    }

    @Test
    @DisplayName("P15 taking one back does not wash away the others")
    void takingBackOne() {
        attempts(2);
        attempts(1);
        throttle.takeBack("a");
        attempts(1);
        assertThat(throttle.begin("a")).isPresent();
    }

    @Test
    @DisplayName("P15 at most 10,000 keys are remembered")
    void limit() {
        attempts(3);
        for (int count = 0; count < Throttle.MOST_KEYS; count++) {
            throttle.begin("other " + count);
        }
        assertThat(throttle.begin("a")).isEmpty();
    }

    private void attempts(int times) {
        for (int count = 0; count < times; count++) {
            assertThat(throttle.begin("a")).isEmpty();
        }
    }
}
