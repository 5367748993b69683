package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.Room;
import dev.understudy.hosting.listener.AdminEntry;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What a tab knows of its environment's mock: what the listener does and what is wrong, as signals. Both are looked up
/// aside, so that nobody's typing waits for them, what is wrong once for all tabs. Only with the lock of its UI.
public final class MockWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Listeners listeners;
    private final TroubleWatch watch;
    private final ValueSignal<ListenerState> listener;
    private volatile boolean elsewhere;
    private final ValueSignal<Integer> looks = new ValueSignal<>(0);
    private final ValueSignal<Troubles> troubles = new ValueSignal<>(Troubles.NONE);

    MockWatch(Listeners listeners, TroubleWatch watch, Access access) {
        this.listeners = listeners;
        this.watch = watch;
        ListenerState now = listeners.state(access);
        this.listener = new ValueSignal<>(now);
        this.elsewhere = isElsewhere(now);
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
        elsewhere = isElsewhere(state);
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
    public AdminEntry.Issued renewAdminToken(Access access) {
        return listeners.renewAdminToken(access);
    }

    /// Looks for as long as what it returns is open, and whenever something was committed or the listener changes.
    Subscription open(Room room, Access access, Executor ui) {
        Coalesced<ListenerState> looks = new Coalesced<>(() -> listeners.state(access), this::show, ui, BETWEEN_LOOKS);
        Subscription changes = listeners.onChange(access, looks::request);
        Subscription others = listeners.onAnyChange(access, () -> {
            if (elsewhere) {
                looks.request();
            }
        });
        Mailbox<Troubles> found = new Mailbox<>(ui, latest -> troubles.set(latest.getLast()));
        Subscription watching = watch.watch(access, room, found::post);
        looks.request();
        return () -> {
            changes.close();
            others.close();
            watching.close();
        };
    }

    /// Whether what other listeners do may change what is to be said of this one.
    private static boolean isElsewhere(ListenerState state) {
        return state instanceof ListenerState.Running running
                && running.detour().isPresent();
    }
}
