package dev.understudy.hosting;

import java.util.concurrent.atomic.AtomicLong;

/// The memory for request bodies that are being received or answered, of all listeners together. Any thread may call
/// it.
final class BodyRoom {

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyRoom(long bytes) {
        this.bytes = bytes;
    }

    /// An eighth of the memory that the process may have.
    static BodyRoom ofThisProcess() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / 8);
    }

    /// False if there is no room for so much more; then nothing is taken.
    boolean take(int more) {
        if (taken.addAndGet(more) <= bytes) {
            return true;
        }
        taken.addAndGet(-more);
        return false;
    }

    void giveBack(long less) {
        taken.addAndGet(-less);
    }

    /// What is taken now.
    long taken() {
        return taken.get();
    }
}
