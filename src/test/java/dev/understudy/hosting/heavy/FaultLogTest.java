package dev.understudy.hosting.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.understudy.server.LinePace;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger logger = new LoggerContext().getLogger("faults");
    private final FaultLog log = new FaultLog(logger, nanos::get);

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
    }

    @Test
    @DisplayName(
            "L127 a fault of the server is told in full, and the same one again after a minute with how many there were")
    void faults() {
        for (int tick = 0; tick < 500; tick++) {
            log.failed("A mock failed", fault());
        }
        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).isEqualTo("A mock failed");
            assertThat(event.getThrowableProxy()).isNotNull();
        });
        nanos.addAndGet(LinePace.PERIOD.toNanos());
        log.failed("A mock failed", fault());
        log.failed("A mock failed", fault());
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("A mock failed", "A mock failed, and 499 times since this was told last");
    }

    @Test
    @DisplayName("L127 one fault does not hide another, by its kind or its place")
    void others() {
        log.failed("A mock failed", fault());
        log.failed("A mock failed", new IllegalStateException());
        log.failed("A mock failed", new IllegalArgumentException());
        assertThat(written.list).hasSize(3);
    }

    @Test
    @DisplayName("L127 what a document can bring about is one line, and no fault")
    void exhausted() {
        for (int tick = 0; tick < 500; tick++) {
            log.failed("A mock failed", new StackOverflowError());
        }
        assertThat(written.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).isEqualTo("A mock failed: java.lang.StackOverflowError");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    @DisplayName("L127 what is remembered of faults has an end")
    void bounded() {
        for (int kind = 0; kind <= FaultLog.MAX_KINDS; kind++) {
            IllegalStateException failure = new IllegalStateException();
            failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("Some", "method", "Some.java", kind)});
            log.failed("A mock failed", failure);
            log.failed("A mock failed", failure);
        }
        assertThat(written.list).hasSize(FaultLog.MAX_KINDS + 1);
    }

    private static RuntimeException fault() {
        return new IllegalStateException("broken");
    }
}
