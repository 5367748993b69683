package dev.understudy.environment;

import org.jspecify.annotations.Nullable;

/// How much memory something may hold, in bytes about, as a part of what something larger may hold: a mock of what its
/// team may, a team of what the process may.
///
/// Invariant: what is taken here is taken from the whole as well. Any thread may call it.
public final class MemoryBudget implements AutoCloseable {

    private final @Nullable MemoryBudget whole;
    private final long bytes;
    private final String refusal;
    private long taken;
    private boolean closed;

    private MemoryBudget(@Nullable MemoryBudget whole, long bytes, String refusal) {
        this.whole = whole;
        this.bytes = bytes;
        this.refusal = refusal;
    }

    /// One that is part of nothing.
    ///
    /// @param refusal a sentence for whoever gets no more of it, or of its parts
    public static MemoryBudget of(long bytes, String refusal) {
        return new MemoryBudget(null, bytes, refusal);
    }

    /// One that may take so much of this one, as far as others leave it that much.
    public MemoryBudget part(long atMost) {
        return new MemoryBudget(this, atMost, refusal);
    }

    /// False if there is not so much left; then nothing is taken.
    public synchronized boolean take(long more) {
        if (closed || taken + more > bytes || (whole != null && !whole.take(more))) {
            return false;
        }
        taken += more;
        return true;
    }

    /// Takes more, or gives some back where the difference is negative. False if there is not so much left.
    public boolean change(long difference) {
        if (difference > 0) {
            return take(difference);
        }
        giveBack(-difference);
        return true;
    }

    /// Gives back what was taken; after the end all of it was given back already.
    public synchronized void giveBack(long less) {
        if (!closed) {
            taken -= less;
            if (whole != null) {
                whole.giveBack(less);
            }
        }
    }

    /// What may be taken in all, if nothing else holds anything.
    public long limit() {
        return bytes;
    }

    /// What is taken now.
    public synchronized long taken() {
        return taken;
    }

    /// What is said where something was not to be had.
    public String refusal() {
        return refusal;
    }

    /// Gives all of it back, and takes no more.
    @Override
    public synchronized void close() {
        giveBack(taken);
        closed = true;
    }
}
