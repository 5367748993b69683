package dev.understudy.hosting.heavy;

import java.util.ArrayDeque;
import java.util.Queue;

/// One listener's part of the threads for heavy work. Any thread may call it.
public final class HeavyShare {

    private final HeavyThreads threads;

    // these belong to whoever holds the lock of the threads
    final Queue<Runnable> waiting = new ArrayDeque<>();
    int running;
    boolean queued;

    HeavyShare(HeavyThreads threads) {
        this.threads = threads;
    }

    /// Does the work later. False if too much of this listener waits already; then it is not done.
    public boolean submit(Runnable task) {
        return threads.submit(this, task);
    }
}
