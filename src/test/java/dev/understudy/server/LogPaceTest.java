package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogPaceTest {

    private final AtomicLong now = new AtomicLong();
    private final LoggerContext loggers = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger log = loggers.getLogger("some.framework.Reader");

    @BeforeEach
    void paced() {
        loggers.addTurboFilter(new LogPace(now::get));
        written.start();
        loggers.getLogger("ROOT").addAppender(written);
    }

    @Test
    @DisplayName("O26 of one kind of warning there are so many lines a minute, and then as many again")
    void lines() {
        warn(LogPace.LINES + 1_000);
        assertThat(written.list).hasSize(LogPace.LINES);
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        warn(LogPace.LINES + 1_000);
        assertThat(written.list).hasSize(2 * LogPace.LINES);
    }

    @Test
    @DisplayName("O26 stacks are fewer, each kind of failure has its own, and other loggers theirs")
    void stacks() {
        for (int count = 0; count < 100; count++) {
            log.error("It failed", new IllegalStateException("so"));
            log.error("It failed with {}", count, new IllegalArgumentException("so"));
        }
        assertThat(written.list).hasSize(2 * LogPace.STACKS);
        loggers.getLogger("another").error("It failed", new IllegalStateException("so"));
        assertThat(written.list).hasSize(2 * LogPace.STACKS + 1);
    }

    @Test
    @DisplayName("O26 what is no warning is not counted")
    void quiet() {
        for (int count = 0; count < 1_000; count++) {
            log.info("All is well");
        }
        assertThat(written.list).hasSize(1_000);
    }

    @Test
    @DisplayName("P34 while one message is handled, those who complain have one line together")
    void oneLine() {
        try (LogPace.OneLine _ = LogPace.oneLine("some.framework.")) {
            warn(10);
            loggers.getLogger("some.framework.Other").error("It failed", new IllegalStateException("so"));
            loggers.getLogger("ours").warn("This is about something else");
        }
        assertThat(written.list).hasSize(2);
        warn(2);
        assertThat(written.list).hasSize(4);
    }

    private void warn(int times) {
        for (int count = 0; count < times; count++) {
            log.warn("Nobody can read {}", count);
        }
    }
}
