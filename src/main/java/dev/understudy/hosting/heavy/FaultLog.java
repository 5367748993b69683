package dev.understudy.hosting.heavy;

import dev.understudy.server.LinePace;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;

/// Writes down that work for a mock failed. What a document can bring about (nesting without end, all memory) is one
/// line; anything else is a fault of the server and told in full. What fails again and again is written once a minute,
/// with how often it was left out. Any thread may call it.
public final class FaultLog {

    /// So many kinds of faults are told apart; which were seen first are forgotten first.
    static final int MAX_KINDS = 100;

    /// What it is, and where it came from.
    private record Kind(Class<?> type, Optional<StackTraceElement> place) {}

    private final Logger log;
    private final LinePace<Kind> pace;

    public FaultLog(Logger log) {
        this(log, System::nanoTime);
    }

    FaultLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.pace = new LinePace<>(MAX_KINDS, nanos);
    }

    /// Writes a line, unless one of the same kind was written a moment ago.
    ///
    /// @param what failed, without a full stop
    public void failed(String what, Throwable failure) {
        boolean exhausted = failure instanceof VirtualMachineError;
        Optional<StackTraceElement> place = exhausted
                ? Optional.empty()
                : Stream.of(failure.getStackTrace()).findFirst();
        long before = pace.leftOutBefore(new Kind(failure.getClass(), place), 1);
        if (before < 0) {
            return;
        }
        String times = before == 0 ? "" : ", and %,d times since this was told last".formatted(before);
        if (exhausted) {
            log.warn("{}: {}{}", what, failure.toString(), times);
        } else {
            log.error("{}{}", what, times, failure);
        }
    }
}
