package dev.understudy.hosting.wire;

import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The memory for request bodies that are being received or answered, and for answers that wait for their delay or for
/// a slow client, of all listeners together. Any thread may call it.
final class BufferQuota {

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /// How many answers need each of these bytes, by identity. Belongs to whoever holds its lock.
    private final IdentityHashMap<byte[], Integer> held = new IdentityHashMap<>();

    BufferQuota(long bytes) {
        this.bytes = bytes;
    }

    /// An eighth of the memory that the process may have.
    static BufferQuota ofThisProcess() {
        return new BufferQuota(Runtime.getRuntime().maxMemory() / 8);
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

    /// Keeps an answer's bytes, which count once for all answers that share them. False if there is no room for them.
    boolean hold(byte[] bytes) {
        synchronized (held) {
            Integer times = held.get(bytes);
            if (times == null && !take(bytes.length)) {
                return false;
            }
            held.put(bytes, times == null ? 1 : times + 1);
            return true;
        }
    }

    /// One answer less needs the bytes.
    void letGo(byte[] bytes) {
        synchronized (held) {
            int times = held.getOrDefault(bytes, 1);
            if (times > 1) {
                held.put(bytes, times - 1);
            } else if (held.remove(bytes) != null) {
                giveBack(bytes.length);
            }
        }
    }

    /// What is taken now.
    long taken() {
        return taken.get();
    }
}
