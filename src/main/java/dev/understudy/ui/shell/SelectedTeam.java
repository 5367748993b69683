package dev.understudy.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The team whose things a session shows: the one that was chosen in it, else the first by name. Always looked up
/// anew, so that it is never one that the user has left.
@Component
public class SelectedTeam {

    private static final String CHOSEN = SelectedTeam.class.getName();

    private final CurrentUser currentUser;
    private final Accesses accesses;

    SelectedTeam(CurrentUser currentUser, Accesses accesses) {
        this.currentUser = currentUser;
        this.accesses = accesses;
    }

    /// Empty for a user who is in no team. To be called with the lock of a session.
    public Optional<TeamAccess> find() {
        List<TeamAccess> teams = all(currentUser.actor());
        Object chosen = VaadinSession.getCurrent().getAttribute(CHOSEN);
        return teams.stream()
                .filter(access -> access.team().equals(chosen))
                .findFirst()
                .or(() -> teams.stream().findFirst());
    }

    /// The same team with what its member may do now; empty if they are not in it any more. Any thread may call it; it
    /// waits for the database.
    public Optional<TeamAccess> again(TeamAccess known) {
        return accesses.team(known.actor(), known.team());
    }

    /// The teams that somebody is in. Any thread may call it; it waits for the database.
    List<TeamAccess> all(Actor actor) {
        return accesses.teams(actor);
    }

    /// Shows the same view again for another team.
    void choose(TeamId team) {
        VaadinSession.getCurrent().setAttribute(CHOSEN, team);
        UI.getCurrentOrThrow().refreshCurrentRoute(true);
    }
}
