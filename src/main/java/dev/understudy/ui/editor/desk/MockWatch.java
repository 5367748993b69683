package dev.understudy.ui.editor.desk;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.asset.Assets;
import dev.understudy.collab.Room;
import dev.understudy.environment.Environment;
import dev.understudy.hosting.AdminEntry;
import dev.understudy.hosting.ListenerState;
import dev.understudy.hosting.Listeners;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What a tab knows of its environment's mock: what the listener does and what is wrong, as signals. Both are looked up
/// aside, so that nobody's typing waits for them. Only with the lock of its UI.
public final class MockWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(400);

    private final Listeners listeners;
    private final Assets assets;
    private final ValueSignal<ListenerState> listener;
    private final ValueSignal<Integer> looks = new ValueSignal<>(0);
    private final ValueSignal<Troubles> troubles = new ValueSignal<>(Troubles.NONE);

    MockWatch(Listeners listeners, Assets assets, Access access) {
        this.listeners = listeners;
        this.assets = assets;
        this.listener = new ValueSignal<>(listeners.state(access));
    }

    public Signal<ListenerState> listener() {
        return listener;
    }

    /// Another number whenever something about the listener may have changed, its admin API included.
    public Signal<Integer> looks() {
        return looks;
    }

    public Signal<Troubles> troubles() {
        return troubles;
    }

    /// Starts the mock or stops it. Takes its time: not with the lock of the UI.
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not
    public ListenerState change(Access access, boolean run) {
        return run ? listeners.start(access, Optional.empty()) : listeners.stop(access);
    }

    /// Shows what came of [#change], or what is going on.
    public void show(ListenerState state) {
        listener.set(state);
        looks.set(looks.peek() + 1);
    }

    /// The way into its admin API. Takes its time: not with the lock of the UI.
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not know it
    public AdminEntry adminEntry(Access access) {
        return listeners.adminEntry(access);
    }

    /// Another token for its admin API. Takes its time: not with the lock of the UI.
    ///
    /// @throws dev.understudy.team.Forbidden if the person may not
    public AdminEntry renewAdminToken(Access access) {
        return listeners.renewAdminToken(access);
    }

    /// Looks for as long as what it returns is open, and whenever something was committed or the listener changes.
    Subscription open(Room room, Access access, Executor ui) {
        Coalesced<ListenerState> looks = new Coalesced<>(() -> listeners.state(access), this::show, ui, BETWEEN_LOOKS);
        Coalesced<Troubles> checks = new Coalesced<>(() -> check(room, access), this::show, ui, BETWEEN_CHECKS);
        Subscription changes = listeners.onChange(access, looks::request);
        Subscription commits = room.subscribe(room.snapshot().revision(), committed -> checks.request());
        Subscription files = assets.onChange(access.environment(), checks::request);
        looks.request();
        checks.request();
        return () -> {
            changes.close();
            commits.close();
            files.close();
        };
    }

    private Troubles check(Room room, Access access) {
        Environment environment = room.snapshot().environment();
        return Troubles.of(listeners.problems(access), environment);
    }

    private void show(Troubles found) {
        if (!found.equals(troubles.peek())) {
            troubles.set(found);
        }
    }
}
