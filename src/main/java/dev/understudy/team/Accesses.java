package dev.understudy.team;

import dev.understudy.environment.EnvironmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The only door to environments and teams: looks them up through the actor's memberships. Another team's id, an id
/// that never was and one that is in the trash all look the same. What it gives is true now: see [RightsCache]. Any
/// thread may call it.
@Component
public final class Accesses {

    /// Pairs of a person and an environment that are kept; one takes some 200 bytes.
    static final int MAX_KNOWN = 20_000;

    private record Seeker(UserId user, EnvironmentId environment) {}

    private final AccessStore store;
    private final RightsCache<Seeker, AccessStore.Place> known;

    public Accesses(DSLContext sql, RightsLog rights) {
        this.store = new AccessStore(sql);
        this.known = new RightsCache<>(rights, MAX_KNOWN, Accesses::concerns);
    }

    public Optional<Access> find(Actor actor, EnvironmentId environment) {
        Seeker seeker = new Seeker(actor.user(), environment);
        return known.find(seeker, () -> store.find(actor.user(), environment, false))
                .map(place -> access(actor, place));
    }

    /// Finds an environment in the trash, and only there.
    public Optional<Access> findInTrash(Actor actor, EnvironmentId environment) {
        return store.find(actor.user(), environment, true).map(place -> access(actor, place));
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

    private static Access access(Actor actor, AccessStore.Place place) {
        return new Access(place.branch(), actor, place.role());
    }

    private static boolean concerns(RightsChange change, Map.Entry<Seeker, AccessStore.Place> known) {
        return switch (change) {
            case RightsChange.OfMember(TeamId team, UserId user) ->
                team.equals(known.getValue().branch().team())
                        && user.equals(known.getKey().user());
            case RightsChange.OfEnvironment(EnvironmentId environment) ->
                environment.equals(known.getKey().environment());
            case RightsChange.OfAccount _ -> false;
            case RightsChange.OfAnything _ -> true;
        };
    }
}
