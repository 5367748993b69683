package dev.understudy.api;

import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.WorkEnded;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Writes what a [Feed] brings to one client until either ends it. A client that reads slowly holds up nobody else:
/// the thread is the stream's own. One that reads nothing is ended by the server's time limit for a write, one that
/// is gone by the first write after that.
final class EventStream {

    private static final int SMALL_BYTES = 64 * 1024;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final Feed feed;
    private final RoomEvents changes;
    private final OutputStream out;
    private final Supplier<Optional<Duration>> allowance;
    private final StreamPace pace;
    private final Hold hold;
    private long lastWrittenNanos = System.nanoTime();
    private long nextLookNanos = System.nanoTime();

    /// @param allowance looks up for how long the client may go on, as far as anybody knows now; empty if it may not
    /// @param hold for events that are large, as long as they are written
    EventStream(
            Feed feed,
            RoomEvents changes,
            OutputStream out,
            Supplier<Optional<Duration>> allowance,
            StreamPace pace,
            Hold hold) {
        this.feed = feed;
        this.changes = changes;
        this.out = out;
        this.allowance = allowance;
        this.pace = pace;
        this.hold = hold;
    }

    void run() throws IOException, InterruptedException {
        write(ServerEvent.KEEP_ALIVE);
        out.flush();
        while (mayGoOn()) {
            List<? extends Supplier<byte[]>> events = next();
            for (Supplier<byte[]> event : events) {
                if (!mayGoOn()) {
                    return;
                }
                write(event);
            }
            // Several at once go out together, one alone at once.
            if (!events.isEmpty() && feed.hasNothing(changes)) {
                out.flush();
            } else if (events.isEmpty() && untilComment().isNegative()) {
                write(ServerEvent.KEEP_ALIVE);
                out.flush();
            }
        }
    }

    /// While the log can't be read there is nothing, after a pause: what a client missed must not depend on the
    /// database being there all the time.
    private List<? extends Supplier<byte[]>> next() throws InterruptedException {
        try {
            return feed.next(changes);
        } catch (DataAccessException failure) {
            LOG.warn("The log can't be read; a stream waits: {}", failure.toString());
            Thread.sleep(BEFORE_NEXT_TRY);
            return List.of();
        }
    }

    private Duration untilComment() {
        return pace.keepAlive().minusNanos(System.nanoTime() - lastWrittenNanos);
    }

    private boolean mayGoOn() {
        if (feed.isEnded()) {
            return false;
        }
        if (!feed.takeLookAgain() && System.nanoTime() - nextLookNanos < 0) {
            return true;
        }
        Optional<Duration> left = allowance.get();
        left.ifPresent(most -> nextLookNanos =
                System.nanoTime() + (most.compareTo(pace.lookAgain()) < 0 ? most : pace.lookAgain()).toNanos());
        return left.isPresent();
    }

    /// A client that has no share left for a large one is cut off, and goes on after the last event that it has.
    private void write(Supplier<byte[]> event) throws IOException {
        byte[] bytes = event.get();
        if (bytes.length <= SMALL_BYTES) {
            write(bytes);
            return;
        }
        try {
            hold.take(bytes.length);
        } catch (WorkEnded full) {
            throw new IOException(full.sentence(), full);
        }
        write(bytes);
        hold.release();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        lastWrittenNanos = System.nanoTime();
    }
}
