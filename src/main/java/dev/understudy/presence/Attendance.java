package dev.understudy.presence;

import java.util.concurrent.atomic.AtomicReference;

/// One client's stay in a room. It lasts while [#beat] or [#focus] is called more often than
/// [Presence#TIME_TO_LIVE], and ends at once with [#close]. Any thread may call it.
public final class Attendance implements AutoCloseable {

    private final Presence presence;
    private final AtomicReference<Sighting> current;
    private volatile boolean closed;

    Attendance(Presence presence, Sighting first) {
        this.presence = presence;
        this.current = new AtomicReference<>(first);
        var _ = presence.seen(first);
    }

    public void focus(Focus focus) {
        tell(current.updateAndGet(sighting -> sighting.withFocus(focus)));
    }

    /// Still here.
    public void beat() {
        tell(current.get());
    }

    /// What is still on its way when somebody leaves must not bring them back.
    private void tell(Sighting sighting) {
        if (!closed) {
            var _ = presence.seen(sighting);
        }
    }

    @Override
    public void close() {
        closed = true;
        var _ = presence.seen(current.get().gone());
    }
}
