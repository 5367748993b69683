package dev.understudy.hosting.socket;

import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.mock.SocketReply;
import dev.understudy.mock.WorkCost;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioIoThread;

/// Lets a mock think about one message after the other: on the I/O thread if that is known to be quick, else
/// beside it. Belongs to the I/O thread.
final class Turn {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final XnioIoThread thread;
    private final HeavyShare heavy;
    private final WorkCost cost;
    private boolean busy;

    Turn(XnioIoThread thread, HeavyShare heavy, WorkCost cost) {
        this.thread = thread;
        this.heavy = heavy;
        this.cost = cost;
    }

    /// Whether the mock still thinks about the last one.
    boolean isBusy() {
        return busy;
    }

    /// Thinks, and tells what came of it on the I/O thread; empty if nothing did.
    void take(Supplier<SocketReply> thinking, Consumer<Optional<SocketReply>> then) {
        busy = true;
        if (cost.isSmall()) {
            finish(think(thinking), then);
            return;
        }
        boolean taken = heavy.submit(() -> {
            Optional<SocketReply> thought = think(thinking);
            thread.execute(() -> finish(thought, then));
        });
        if (!taken) {
            finish(Optional.empty(), then);
        }
    }

    private void finish(Optional<SocketReply> thought, Consumer<Optional<SocketReply>> then) {
        busy = false;
        then.accept(thought);
    }

    private Optional<SocketReply> think(Supplier<SocketReply> thinking) {
        long start = System.nanoTime();
        try {
            return Optional.of(thinking.get());
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("A mock failed to answer a message", failure);
            return Optional.empty();
        } finally {
            cost.took(System.nanoTime() - start);
        }
    }
}
