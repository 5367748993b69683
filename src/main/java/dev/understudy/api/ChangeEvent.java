package dev.understudy.api;

import dev.understudy.collab.CommittedChange;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A change as an event of a stream; its bytes are made when they are first wanted. Any thread may call it.
final class ChangeEvent implements Supplier<byte[]> {

    private final CommittedChange change;
    private byte @Nullable [] bytes;

    ChangeEvent(CommittedChange change) {
        this.change = change;
    }

    long revision() {
        return change.revision();
    }

    /// Not to be written into: all streams send the same ones.
    @Override
    public synchronized byte[] get() {
        byte[] made = bytes == null ? ServerEvent.of(change) : bytes;
        bytes = made;
        return made;
    }
}
