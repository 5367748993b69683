package dev.understudy.hosting.socket;

import dev.understudy.hosting.heavy.FaultLog;
import dev.understudy.hosting.heavy.HeavyShare;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.socket.SocketReply;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.xnio.XnioIoThread;

/// Lets a mock think about one message after the other: on the I/O thread if that is known to be quick, else
/// beside it. Belongs to the I/O thread.
final class ReplyExecutor {

    private static final FaultLog FAULTS = new FaultLog(LoggerFactory.getLogger(ReplyExecutor.class));

    private final XnioIoThread thread;
    private final HeavyShare heavy;
    private final ReplyCost cost;
    private boolean busy;

    ReplyExecutor(XnioIoThread thread, HeavyShare heavy, ReplyCost cost) {
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
        } catch (RuntimeException | Error failure) {
            FAULTS.failed("A mock failed to answer a message", failure);
            return Optional.empty();
        } finally {
            cost.took(System.nanoTime() - start);
        }
    }
}
