package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.RightsLog;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the person of a tab may do, as a signal, looked up anew whenever that may have changed and before each change
/// of the document. Only with the lock of the UI.
final class AccessWatch {

    private final Accesses accesses;
    private final ValueSignal<Standing> standing;
    private Access access;

    AccessWatch(Accesses accesses, Access access) {
        this.accesses = accesses;
        this.access = access;
        this.standing = new ValueSignal<>(standing(access));
    }

    Access access() {
        return access;
    }

    Signal<Standing> standing() {
        return standing;
    }

    /// Follows the changes of rights until it is closed, those since the first look-up included.
    Subscription open(RightsLog rights, Executor ui) {
        Access mine = access;
        Subscription listening = rights.listen(change -> {
            if (change.concerns(mine)) {
                ui.execute(this::recheck);
            }
        });
        recheck();
        return listening;
    }

    /// Looks up again what the person may do.
    void recheck() {
        Optional<Access> again = accesses.find(access.actor(), access.environment());
        if (again.isPresent()) {
            access = again.get();
            standing.set(standing(access));
            return;
        }
        boolean trashed =
                accesses.findInTrash(access.actor(), access.environment()).isPresent();
        standing.set(new Standing.Out(
                trashed
                        ? "This environment was moved to the trash. It can be restored from there."
                        : "You are no longer in the team of this environment."));
    }

    private static Standing standing(Access access) {
        return access.allows(Action.EDIT)
                ? new Standing.Editing()
                : new Standing.Looking("You may look but not change: your role in this team is "
                        + access.role().label().toLowerCase(Locale.ROOT) + ".");
    }
}
