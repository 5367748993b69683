package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.RightsLog;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What the person of a tab may do, as a signal, looked up anew whenever that may have changed and before each change
/// of the document: aside, since it needs the database. Only with the lock of the UI.
final class AccessWatch {

    /// What a look-up found.
    ///
    /// @param number of the look-up: what an earlier one found does not count after a later one
    /// @param access empty if the environment is closed to the person
    record Found(long number, Optional<Access> access, Standing standing) {}

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Accesses accesses;
    private final ValueSignal<Standing> standing;
    private final AtomicLong looked = new AtomicLong();
    private volatile Access access;
    private long shown;
    private volatile @Nullable Coalesced<Found> looks;

    AccessWatch(Accesses accesses, Access access) {
        this.accesses = accesses;
        this.access = access;
        this.standing = new ValueSignal<>(standing(access));
    }

    /// Any thread may call it.
    Access access() {
        return access;
    }

    Signal<Standing> standing() {
        return standing;
    }

    /// Follows the changes of rights until it is closed, those since the first look-up included.
    Subscription open(RightsLog rights, Executor ui) {
        Access mine = access;
        Coalesced<Found> looking = new Coalesced<>(() -> look(mine), this::show, ui, BETWEEN_LOOKS);
        looks = looking;
        Subscription listening = rights.listen(change -> {
            if (change.concerns(mine)) {
                looking.request();
            }
        });
        looking.request();
        return () -> {
            looks = null;
            listening.close();
        };
    }

    /// Looks up again, aside, what the person may do.
    void recheck() {
        Coalesced<Found> looking = looks;
        if (looking != null) {
            looking.request();
        }
    }

    /// What the person may do at this moment. Any thread may call it; it waits for the database.
    Found look(Access known) {
        long number = looked.incrementAndGet();
        Optional<Access> again = accesses.find(known.actor(), known.environment());
        if (again.isPresent()) {
            return new Found(number, again, standing(again.get()));
        }
        boolean trashed =
                accesses.findInTrash(known.actor(), known.environment()).isPresent();
        return new Found(
                number,
                again,
                new Standing.Out(
                        trashed
                                ? "This environment was moved to the trash. It can be restored from there."
                                : "You are no longer in the team of this environment."));
    }

    void show(Found found) {
        if (found.number() > shown) {
            shown = found.number();
            access = found.access().orElse(access);
            standing.set(found.standing());
        }
    }

    private static Standing standing(Access access) {
        return access.allows(Action.EDIT)
                ? new Standing.Editing()
                : new Standing.Looking("You may look but not change: your role in this team is "
                        + access.role().label().toLowerCase(Locale.ROOT) + ".");
    }
}
