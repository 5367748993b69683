package dev.understudy.ui.editor.desk;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import java.util.Locale;
import java.util.Optional;

/// What the person of a tab may do, as a signal, looked up anew whenever that may have changed. Only with the lock of
/// the UI.
final class Clearance {

    private final Accesses accesses;
    private final ValueSignal<Standing> standing;
    private Access access;

    Clearance(Accesses accesses, Access access) {
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
