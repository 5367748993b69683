package dev.understudy.server.heavy;

import dev.understudy.server.heavy.WorkEnded.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// How much memory requests hold while their bytes come in or go out: all together never more than a share of the heap,
/// and of that each person a part. Who holds it longest is decided by how fast a client sends or takes, so what is
/// beyond is refused and does not wait. Any thread may call it.
public final class HeldMemory {

    private static final long MEBI = 1024L * 1024;

    /// With it the largest document can be replaced, whatever the heap.
    private static final long LEAST_OF_ONE = 40 * MEBI;

    private final long all;
    private final long one;
    private final Map<Object, Long> held = new HashMap<>();
    private long total;

    /// @param all bytes of everybody together
    /// @param one bytes of one person
    public HeldMemory(long all, long one) {
        this.all = all;
        this.one = one;
    }

    /// A quarter of the heap, and of that a quarter for each.
    public static HeldMemory ofPeople() {
        long heap = Runtime.getRuntime().maxMemory();
        long one = Math.max(LEAST_OF_ONE, heap / 16);
        return new HeldMemory(Math.max(2 * one, heap / 4), one);
    }

    /// For those who have not signed in: little, and of it a quarter for each address.
    public static HeldMemory ofStrangers() {
        long all = Math.max(8 * MEBI, Runtime.getRuntime().maxMemory() / 32);
        return new HeldMemory(all, all / 4);
    }

    /// What one request holds.
    ///
    /// @param owner whose it is, asked when the first bytes are taken
    public Hold hold(Supplier<Object> owner) {
        return new Hold(() -> new Account(this, owner.get()));
    }

    /// What is held now.
    public synchronized long total() {
        return total;
    }

    synchronized void take(Object owner, long bytes) {
        if (total + bytes > all) {
            throw new WorkEnded(
                    Reason.QUEUE_FULL, "The server is busy with as much data as it can hold. Try again in a minute.");
        }
        long own = held.getOrDefault(owner, 0L);
        if (own + bytes > one) {
            throw new WorkEnded(
                    Reason.SHARE_FULL,
                    "What you send and load at the same time is more than %,d MiB, which is the limit. Try again when some of it is done."
                            .formatted(one / MEBI));
        }
        held.put(owner, own + bytes);
        total += bytes;
    }

    synchronized void give(Object owner, long bytes) {
        held.computeIfPresent(owner, (_, own) -> own == bytes ? null : Long.valueOf(own - bytes));
        total -= bytes;
    }

    /// Somebody's part of it.
    record Account(HeldMemory memory, Object owner) {}
}
