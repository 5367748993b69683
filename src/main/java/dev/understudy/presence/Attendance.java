package dev.understudy.presence;

import java.util.concurrent.atomic.AtomicReference;

/// One client's stay in a room. It lasts while [#beat] or [#focus] is called more often than
/// [Presence#TIME_TO_LIVE], and ends at once with [#close]. Any thread may call it.
public final class Attendance implements AutoCloseable {

    private final Presence presence;
    private final AtomicReference<Sighting> current;

    Attendance(Presence presence, Sighting first) {
        this.presence = presence;
        this.current = new AtomicReference<>(first);
        presence.seen(first);
    }

    public void focus(Focus focus) {
        presence.seen(current.updateAndGet(sighting -> sighting.withFocus(focus)));
    }

    /// Still here.
    public void beat() {
        presence.seen(current.get());
    }

    @Override
    public void close() {
        presence.seen(current.get().gone());
    }
}
