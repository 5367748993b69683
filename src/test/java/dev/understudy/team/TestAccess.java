package dev.understudy.team;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Accesses without a database, for tests of what is done with them.
public final class TestAccess {

    private TestAccess() {}

    /// Somebody at a browser, called Ana, with the role.
    public static Access of(EnvironmentId environment, Role role) {
        return of(environment, role, actor("Ana"));
    }

    public static Access of(EnvironmentId environment, Role role, Actor actor) {
        return of(branch(environment), role, actor);
    }

    public static Access of(Branch branch, Role role, Actor actor) {
        return new Access(branch, actor, role);
    }

    /// A branch of an environment that no database knows.
    public static Branch branch(EnvironmentId environment) {
        return new Branch(new BranchId(environment.value()), environment, new TeamId(new UUID(0, 1)));
    }

    public static TeamAccess ofTeam(TeamId team, Role role, Actor actor) {
        return new TeamAccess(team, "Team", actor, role);
    }

    /// Somebody at a browser; the same name is the same person.
    public static Actor actor(String displayName, TokenScope... scopes) {
        UUID id = UUID.nameUUIDFromBytes(displayName.getBytes(StandardCharsets.UTF_8));
        String email = displayName.toLowerCase(Locale.ROOT) + "@example.org";
        return new Actor(new UserId(id), displayName, email, scopes.length == 0 ? TokenScope.all() : Set.of(scopes));
    }
}
