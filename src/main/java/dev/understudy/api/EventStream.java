package dev.understudy.api;

import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.WorkEnded;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Writes what a [Feed] brings to one client until either ends it. A client that reads slowly holds up nobody else:
/// the thread is the stream's own. One that reads nothing is ended by the server's time limit for a write, one that
/// is gone by the first write after that.
final class EventStream {

    private static final int SMALL_BYTES = 64 * 1024;

    private final Feed feed;
    private final OutputStream out;
    private final BooleanSupplier allowed;
    private final StreamPace pace;
    private final Hold hold;
    private long lastWrittenNanos = System.nanoTime();
    private long lastLookNanos = System.nanoTime();

    /// @param allowed looks up whether the client may go on
    /// @param hold for events that are large, as long as they are written
    EventStream(Feed feed, OutputStream out, BooleanSupplier allowed, StreamPace pace, Hold hold) {
        this.feed = feed;
        this.out = out;
        this.allowed = allowed;
        this.pace = pace;
        this.hold = hold;
    }

    void run() throws IOException, InterruptedException {
        write(ServerEvent.KEEP_ALIVE);
        out.flush();
        while (!feed.isEnded() && mayGoOn()) {
            Optional<ServerEvent> event = feed.next(patience());
            if (event.isPresent()) {
                write(event.get());
                // Several at once go out together, one alone at once.
                if (feed.hasNothing()) {
                    out.flush();
                }
            } else if (since(lastWrittenNanos).compareTo(pace.keepAlive()) >= 0) {
                write(ServerEvent.KEEP_ALIVE);
                out.flush();
            }
        }
    }

    private Duration patience() {
        Duration untilComment = pace.keepAlive().minus(since(lastWrittenNanos));
        Duration untilLook = pace.lookAgain().minus(since(lastLookNanos));
        return untilComment.compareTo(untilLook) < 0 ? untilComment : untilLook;
    }

    private boolean mayGoOn() {
        if (!feed.takeLookAgain() && since(lastLookNanos).compareTo(pace.lookAgain()) < 0) {
            return true;
        }
        lastLookNanos = System.nanoTime();
        return allowed.getAsBoolean();
    }

    /// A client that has no share left for a large one is cut off, and goes on after the last event that it has.
    private void write(ServerEvent event) throws IOException {
        byte[] bytes = event.bytes();
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

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
