package dev.understudy.traffic;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An exchange in a log.
final class Kept {

    private final Supplier<Exchange> exchange;
    private final long heldBytes;

    /// Null where nothing can come after its answer.
    private final @Nullable Unfolding going;

    /// Which state of it was noticed last, and when; these belong to [Moves].
    private long version;
    private long stamp;

    /// @param heldBytes to be given back when it is dropped
    Kept(Supplier<Exchange> exchange, long heldBytes) {
        this.exchange = exchange;
        this.heldBytes = heldBytes;
        this.going = exchange instanceof Unfolding unfolding ? unfolding : null;
    }

    Exchange told() {
        return exchange.get();
    }

    long heldBytes() {
        return heldBytes;
    }

    void dropped() {
        if (going != null) {
            going.dropped();
        }
    }

    /// Whether there is more of it than when this was asked last.
    boolean movesOn() {
        long now = going == null ? 0 : going.version();
        boolean moved = now != version;
        version = now;
        return moved;
    }

    void stamp(long number) {
        stamp = number;
    }

    long stamp() {
        return stamp;
    }
}
