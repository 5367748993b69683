package dev.understudy.hosting.heavy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A few threads for work that would hold up an I/O thread. Listeners take turns, and none of them has more than its
/// share of the threads, so that there is always one for the others. Any thread may call it.
public final class HeavyThreads implements AutoCloseable {

    /// Of one listener; more work is refused.
    public static final int MAX_WAITING = 200;

    private static final Logger LOG = LoggerFactory.getLogger(HeavyThreads.class);
    private static final FaultLog FAULTS = new FaultLog(LOG);
    private static final int MIN_THREADS = 2;

    private final Deque<HeavyShare> ready = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int most;
    private boolean closed;

    /// As many threads as the machine has processors, but two at least.
    public HeavyThreads() {
        this(Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    HeavyThreads(int count) {
        this.most = Math.max(1, count / 2);
        for (int number = 1; number <= count; number++) {
            threads.add(Thread.ofPlatform().daemon().name("heavy-" + number).start(this::work));
        }
    }

    /// The share of one more listener.
    public HeavyShare share() {
        return new HeavyShare(this);
    }

    /// False if the listener's queue is full, or there are no threads any more.
    synchronized boolean submit(HeavyShare share, Runnable task) {
        if (closed || share.waiting.size() >= MAX_WAITING) {
            return false;
        }
        share.waiting.add(task);
        makeReady(share);
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private void makeReady(HeavyShare share) {
        if (!share.queued && share.running < most && !share.waiting.isEmpty()) {
            share.queued = true;
            ready.add(share);
            notify();
        }
    }

    private void work() {
        HeavyShare share = null;
        while (true) {
            Runnable task;
            synchronized (this) {
                share = next(share);
                if (share == null) {
                    return;
                }
                task = share.waiting.remove();
                share.running++;
                makeReady(share);
            }
            try {
                task.run();
            } catch (RejectedExecutionException ended) {
                LOG.debug("The thread that waited for this has ended", ended);
            } catch (RuntimeException | Error failure) {
                FAULTS.failed("Work for a mock failed", failure);
            }
        }
    }

    /// Whose turn it is. Null if it is nobody's any more.
    private @Nullable HeavyShare next(@Nullable HeavyShare before) {
        if (before != null) {
            before.running--;
            makeReady(before);
        }
        try {
            while (ready.isEmpty()) {
                if (closed) {
                    return null;
                }
                wait();
            }
        } catch (InterruptedException _) {
            return null;
        }
        HeavyShare share = ready.remove();
        share.queued = false;
        return share;
    }
}
