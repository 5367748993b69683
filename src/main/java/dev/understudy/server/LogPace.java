package dev.understudy.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/// Keeps warnings and errors that others can bring about, whoever writes them, from filling the log: of one kind there
/// are [#LINES] a minute, or [#STACKS] with a stack, and with the next one it is told how many were left out. While a
/// message of a page is handled, those who complain about it have one line. Any thread may call it.
public final class LogPace extends TurboFilter {

    static final int LINES = 20;
    static final int STACKS = 5;
    static final int MAX_KINDS = 500;

    /// Its own words pass: they are no warnings.
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogPace.class);

    private static final ThreadLocal<@Nullable OneLine> ONE_LINE = new ThreadLocal<>();

    private record Kind(String logger, @Nullable Class<?> failure) {}

    /// The complaints of some loggers on this thread, until it is closed: the first is written.
    public static final class OneLine implements AutoCloseable {

        private final List<String> loggers;
        private boolean written;

        private OneLine(List<String> loggers) {
            this.loggers = loggers;
        }

        private boolean isOneTooMany(String logger) {
            if (loggers.stream().noneMatch(logger::startsWith)) {
                return false;
            }
            boolean second = written;
            written = true;
            return second;
        }

        @Override
        public void close() {
            ONE_LINE.remove();
        }
    }

    private final LinePace<Kind> pace;

    LogPace(LongSupplier nanos) {
        this.pace = new LinePace<>(MAX_KINDS, nanos);
    }

    /// From now on, on this thread, loggers whose names begin so have one line together.
    public static OneLine oneLine(String... loggers) {
        OneLine one = new OneLine(List.of(loggers));
        ONE_LINE.set(one);
        return one;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (format == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        OneLine one = ONE_LINE.get();
        if (one != null && one.isOneTooMany(logger.getName())) {
            return FilterReply.DENY;
        }
        Throwable thrown = failure == null ? last(arguments) : failure;
        Kind kind = new Kind(logger.getName(), thrown == null ? null : thrown.getClass());
        long before = pace.leftOutBefore(kind, thrown == null ? LINES : STACKS);
        if (before > 0) {
            LOG.info("{} lines of {} like the next one were left out", before, logger.getName());
        }
        return before < 0 ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static @Nullable Throwable last(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }
}
