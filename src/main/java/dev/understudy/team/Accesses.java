package dev.understudy.team;

import dev.understudy.environment.EnvironmentId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The only door to environments and teams: looks them up through the actor's memberships. Another team's id, an id
/// that never was and one that is in the trash all look the same. Any thread may call it.
@Component
public final class Accesses {

    private final AccessStore store;

    public Accesses(DSLContext sql) {
        this.store = new AccessStore(sql);
    }

    public Optional<Access> find(Actor actor, EnvironmentId environment) {
        return store.find(actor, environment, false);
    }

    /// Finds an environment in the trash, and only there.
    public Optional<Access> findInTrash(Actor actor, EnvironmentId environment) {
        return store.find(actor, environment, true);
    }

    /// The same access as it is now: with another role perhaps, or gone. In or out of the trash makes no difference.
    public Optional<Access> again(Access access) {
        return find(access.actor(), access.environment()).or(() -> findInTrash(access.actor(), access.environment()));
    }

    public Optional<TeamAccess> team(Actor actor, TeamId team) {
        return teams(actor).stream()
                .filter(access -> access.team().equals(team))
                .findFirst();
    }

    /// The teams the actor is in, by name.
    public List<TeamAccess> teams(Actor actor) {
        return store.teams(actor);
    }
}
