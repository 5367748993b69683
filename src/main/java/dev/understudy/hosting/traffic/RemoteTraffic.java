package dev.understudy.hosting.traffic;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.Traffic;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/// What a listener of another process is asked, as that one shows it. For one thread at a time.
final class RemoteTraffic {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration BETWEEN_VAIN_LOOKS = Duration.ofSeconds(1);

    /// How often it is said that somebody looks.
    private static final Duration BETWEEN_WISHES = Duration.ofSeconds(3);

    /// A process that has shown nothing for so long runs no listener any more.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final BranchId branch;
    private final TrafficMirror mirror;
    private final TrafficMirrorStore store;
    private final Duration patience;
    private long nextWishNanos = System.nanoTime();
    private long nextLookNanos = System.nanoTime();
    private boolean due = true;
    private boolean shown;

    RemoteTraffic(BranchId branch, TrafficMirror mirror, TrafficMirrorStore store, Duration patience) {
        this.branch = branch;
        this.mirror = mirror;
        this.store = store;
        this.patience = patience;
    }

    /// Waits a moment for the other process to show how things are now.
    Glimpse first(Glimpse.Place after) {
        OffsetDateTime asked = store.now();
        mirror.want(branch);
        return await(after, asked);
    }

    /// Another look may begin.
    void round() {
        long now = System.nanoTime();
        due = now - nextLookNanos >= 0;
        if (due) {
            nextLookNanos = now + (shown ? BETWEEN_LOOKS : BETWEEN_VAIN_LOOKS).toNanos();
        }
    }

    /// What is new, without waiting for anything. As long as no other process shows anything, it is looked less often.
    Glimpse next(Glimpse.Place after, int most) {
        if (!due) {
            return new Glimpse(List.of(), after, 0, false);
        }
        long now = System.nanoTime();
        if (now - nextWishNanos >= 0) {
            nextWishNanos = now + BETWEEN_WISHES.toNanos();
            mirror.want(branch);
        }
        Optional<Glimpse> found = store.read(branch, after, TrafficMirrorStore.before(SILENCE), most);
        shown = found.isPresent();
        return found.orElseGet(() -> Glimpse.nothing(after));
    }

    /// Lets it be forgotten, and waits a moment for that.
    void clear() {
        Glimpse before = first(Glimpse.Place.START);
        mirror.clearEverywhere(branch);
        for (long left = patience.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
            Glimpse now = first(before.place());
            if (!now.place().isIn(before.place().epoch()) || !pause()) {
                return;
            }
        }
    }

    private Glimpse await(Glimpse.Place after, OffsetDateTime asked) {
        for (long left = patience.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
            Optional<Glimpse> shown = store.read(branch, after, DSL.val(asked), Traffic.KEPT);
            if (shown.isPresent()) {
                return shown.get();
            }
            if (!pause()) {
                break;
            }
        }
        return Glimpse.nothing(after);
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
