package dev.understudy.recording;

import java.util.concurrent.atomic.AtomicLong;

/// The memory that all recordings of a process may take together for what is not written yet. Any thread may call it.
final class TapeRoom {

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /// Of the memory that the process may have.
    private static final int PART_OF_PROCESS = 16;

    private final long max;
    private final AtomicLong taken = new AtomicLong();

    TapeRoom(long max) {
        this.max = max;
    }

    static TapeRoom ofThisProcess() {
        return new TapeRoom(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_PROCESS));
    }

    /// Something alone may be larger than all the room there is.
    boolean take(long bytes) {
        long before = taken.getAndAdd(bytes);
        if (before > 0 && before + bytes > max) {
            giveBack(bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
