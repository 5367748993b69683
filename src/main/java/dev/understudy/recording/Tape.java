package dev.understudy.recording;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.runtime.Witness;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.wire.WireHeader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down what one recording hears in this process: whoever tells it returns at once, and a thread of its own
/// writes, several exchanges at a time. What is more than it may hold is counted as left out. Any thread may call it.
final class Tape implements Witness {

    /// Exchanges that may wait to be written.
    static final int MAX_WAITING = 2_000;

    /// Of a batch, in memory, so that little is lost if it can't be written.
    private static final long MAX_BATCH_BYTES = 16L * 1024 * 1024;

    private static final Duration GATHER = Duration.ofMillis(150);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final int TRIES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    private final BranchId branch;
    private final UUID recording;
    private final RecordedStore store;
    private final Clock clock;
    private final TapeRoom room;
    private final Consumer<RecordedStore.Written> news;
    private final BlockingQueue<Batch.Heard> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private final Thread writer;
    private volatile boolean open = true;

    /// @param room of all tapes of the process
    /// @param news told on the thread that writes what became of each batch
    Tape(
            BranchId branch,
            UUID recording,
            RecordedStore store,
            Clock clock,
            TapeRoom room,
            Consumer<RecordedStore.Written> news) {
        this.branch = branch;
        this.recording = recording;
        this.store = store;
        this.clock = clock;
        this.room = room;
        this.news = news;
        this.writer = Thread.ofVirtual().name("tape-" + branch).start(this::run);
    }

    UUID recording() {
        return recording;
    }

    @Override
    public void answered(MockRequest request, int status, List<WireHeader> headers, byte[] body) {
        if (!open) {
            return;
        }
        Batch.Heard heard = new Batch.Heard(request, status, headers, body, clock.instant());
        if (!room.take(heard.bytes())) {
            missed.incrementAndGet();
        } else if (waiting.offer(heard)) {
            accepted.incrementAndGet();
        } else {
            room.giveBack(heard.bytes());
            missed.incrementAndGet();
        }
    }

    /// Hears nothing more; what was heard is still written.
    void end() {
        open = false;
    }

    /// Waits until all that was heard before is written, or for so long.
    void settle(Duration patience) throws InterruptedException {
        long wanted = accepted.get();
        for (long left = patience.toMillis(); left > 0 && settled.get() < wanted && writer.isAlive(); left -= 10) {
            Thread.sleep(10);
        }
    }

    private void run() {
        try {
            while (open || !waiting.isEmpty()) {
                Batch batch = gather();
                RecordedStore.Written written = write(batch);
                if (!batch.isEmpty()) {
                    news.accept(written);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch gather() throws InterruptedException {
        Batch batch = new Batch(room);
        Batch.@Nullable Heard next = waiting.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + GATHER.toNanos();
        while (next != null) {
            batch.add(next);
            long left = end - System.nanoTime();
            next = left > 0 && batch.bytes() < MAX_BATCH_BYTES ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
        }
        batch.leaveOut(missed.getAndSet(0));
        return batch;
    }

    private RecordedStore.Written write(Batch batch) throws InterruptedException {
        try {
            for (int tries = 1; !batch.isEmpty(); tries++) {
                try {
                    return store.write(branch, recording, batch.taken(), batch.leftOut());
                } catch (RuntimeException failure) {
                    if (tries == TRIES) {
                        LOG.warn("What a mock was answered could not be recorded: {}", failure.toString());
                        missed.addAndGet(batch.count());
                        return RecordedStore.Written.KEPT;
                    }
                    Thread.sleep(BETWEEN_TRIES);
                }
            }
            return RecordedStore.Written.KEPT;
        } finally {
            room.giveBack(batch.bytes());
            settled.addAndGet(batch.heard());
        }
    }
}
