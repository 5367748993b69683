package dev.understudy.ui.editor.session;

import dev.understudy.asset.Assets;
import dev.understudy.collab.Rooms;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.preview.Previews;
import dev.understudy.hosting.resend.Resending;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.presence.Presence;
import dev.understudy.server.PublicUrl;
import dev.understudy.team.Accesses;
import dev.understudy.team.RightsLog;
import dev.understudy.team.link.Links;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// What every [EditorSession] of this process is made with.
@Component
public final class EditorServices {

    private static final Duration LAST_CALL = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Presence presence;
    private final Histories histories;
    private final Accesses accesses;
    private final RightsLog rights;
    private final Listeners listeners;
    private final Assets assets;
    private final Previews previews;
    private final TrafficFeed traffic;
    private final RecordingServices recordings;
    private final Resending resending;
    private final TroubleWatch troubles;
    private final Trees trees = new Trees();
    private final LinkShelf links;
    private final RandomGenerator chance;
    private final AtomicInteger unsaved = new AtomicInteger();

    EditorServices(
            Rooms rooms,
            Presence presence,
            Histories histories,
            Accesses accesses,
            RightsLog rights,
            Listeners listeners,
            Assets assets,
            Previews previews,
            TrafficFeed traffic,
            RecordingServices recordings,
            Resending resending,
            Links links,
            PublicUrl address,
            RandomGenerator chance,
            MeterRegistry registry) {
        this.rooms = rooms;
        this.presence = presence;
        this.histories = histories;
        this.accesses = accesses;
        this.rights = rights;
        this.listeners = listeners;
        this.assets = assets;
        this.previews = previews;
        this.traffic = traffic;
        this.recordings = recordings;
        this.resending = resending;
        this.troubles = new TroubleWatch(listeners::problems);
        this.links = new LinkShelf(links, address);
        this.chance = chance;
        Gauge.builder("understudy.editor.unsaved", unsaved, AtomicInteger::get)
                .description("Changes made in pages that are not saved yet")
                .register(registry);
    }

    Rooms rooms() {
        return rooms;
    }

    Presence presence() {
        return presence;
    }

    Histories histories() {
        return histories;
    }

    Accesses accesses() {
        return accesses;
    }

    RightsLog rights() {
        return rights;
    }

    Listeners listeners() {
        return listeners;
    }

    Trees trees() {
        return trees;
    }

    TroubleWatch troubles() {
        return troubles;
    }

    LinkShelf links() {
        return links;
    }

    Assets assets() {
        return assets;
    }

    Previews previews() {
        return previews;
    }

    TrafficFeed traffic() {
        return traffic;
    }

    RecordingServices recordings() {
        return recordings;
    }

    Resending resending() {
        return resending;
    }

    /// How many changes of pages are not saved yet. Any thread may call it.
    public int unsaved() {
        return unsaved.get();
    }

    AtomicInteger unsavedCount() {
        return unsaved;
    }

    /// Whoever ends the process waits a moment for what people have just typed.
    @PreDestroy
    void lastCall() throws InterruptedException {
        long end = System.nanoTime() + LAST_CALL.toNanos();
        while (unsaved.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    RandomGenerator chance() {
        return chance;
    }
}
