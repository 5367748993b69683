package dev.understudy.traffic.kept;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// What waits to be written, as it came. Who answers requests puts it in without waiting; of too much, what is left out
/// is counted. Any thread may call it.
final class Intake {

    /// Of one listener in a second.
    static final int OF_LISTENER = 200;

    /// Of one listener in a second, however much others have.
    static final int OF_EACH = 5;

    /// Of all listeners in a second.
    static final int OF_ALL = 500;

    /// That wait.
    static final int QUEUED = 1_000;

    /// That those hold in long bodies.
    static final long QUEUED_BYTES = 16 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// What has to be done, in this order.
    sealed interface Item {}

    /// An exchange is to be written.
    ///
    /// @param leftOut how many of the listener before it are not
    record Asked(Inlet inlet, Supplier<Exchange> exchange, long bytes, long leftOut) implements Item {}

    /// What came before is to be forgotten, up to a moment.
    record Forgotten(BranchId branch, Instant until) implements Item {}

    private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>(QUEUED);
    private final AtomicLong bytes = new AtomicLong();
    private final Pace all = new Pace(OF_ALL);

    /// Where what one listener is asked comes in.
    final class Inlet {

        private final BranchId branch;
        private final Pace pace = new Pace(OF_LISTENER);
        private final LongAdder leftOut = new LongAdder();

        private Inlet(BranchId branch) {
            this.branch = branch;
        }

        BranchId branch() {
            return branch;
        }

        /// Takes an exchange in, or counts it as left out.
        ///
        /// @param held bytes of long bodies
        void take(Supplier<Exchange> exchange, long held) {
            long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
            int number = pace.number(second);
            boolean inTime = number > 0 && (number <= OF_EACH || all.take(second));
            if (!inTime || !offer(exchange, held)) {
                leftOut.increment();
            }
        }

        private boolean offer(Supplier<Exchange> exchange, long held) {
            if (bytes.addAndGet(held) <= QUEUED_BYTES) {
                long before = leftOut.sumThenReset();
                if (queue.offer(new Asked(this, exchange, held, before))) {
                    return true;
                }
                leftOut.add(before);
            }
            bytes.addAndGet(-held);
            return false;
        }

        /// Counts what was taken in and could not be written.
        void lost(long number) {
            leftOut.add(number);
        }
    }

    Inlet of(BranchId branch) {
        return new Inlet(branch);
    }

    /// Waits for room if it has to, not for long: what is lost of it is what came in the last moment.
    void forget(BranchId branch, Instant until) {
        try {
            queue.offer(new Forgotten(branch, until), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is to be done next; empty if nothing came in the meantime.
    List<Item> next(int most, Duration patience) throws InterruptedException {
        List<Item> items = new ArrayList<>();
        Item first = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            items.add(first);
            queue.drainTo(items, most - 1);
        }
        return items;
    }

    /// To be called when an exchange does not wait any more.
    void release(Asked asked) {
        bytes.addAndGet(-asked.bytes());
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
