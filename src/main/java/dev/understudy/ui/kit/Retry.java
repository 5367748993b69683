package dev.understudy.ui.kit;

import dev.understudy.collab.RoomUnavailable;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// What to do while the database or a room does not answer: wait, each time twice as long, and try again. For threads
/// that nobody waits for.
public final class Retry {

    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final int MAX_DOUBLINGS = 10;

    private Retry() {}

    /// What the work gives, once there is a database to do it with.
    public static <T> T call(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!isPassing(failure)) {
                    throw failure;
                }
                if (tries == 1) {
                    LOG.warn("The database is asked again in a moment: {}", failure.toString());
                }
                pause(tries);
            }
        }
    }

    /// Whether it failed for lack of a database, a room or time, so that the same may work later.
    public static boolean isPassing(Throwable failure) {
        return (failure instanceof RoomUnavailable && failure.getCause() == null)
                || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(Retry::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case TimeoutException _,
                    SQLTransientException _,
                    SQLRecoverableException _,
                    SQLNonTransientConnectionException _,
                    TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    TransactionException _ -> true;
            default -> false;
        };
    }

    /// Waits before the next try.
    ///
    /// @param tries how many there were
    public static void pause(int tries) {
        try {
            Thread.sleep(after(tries));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static Duration after(int tries) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
