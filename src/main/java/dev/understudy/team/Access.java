package dev.understudy.team;

import dev.understudy.environment.EnvironmentId;
import java.util.Set;

/// The proof that an actor sees one environment, as a member of its team. Only a look-up gives one, so what is not
/// visible is not found. It holds what was true at the look-up: whoever keeps one for longer looks it up again with
/// [Accesses#again] when the [RightsLog] tells of something that [RightsChange#concerns] it, and before each change.
public final class Access {

    private final EnvironmentId environment;
    private final TeamId team;
    private final Actor actor;
    private final Role role;

    Access(EnvironmentId environment, TeamId team, Actor actor, Role role) {
        this.environment = environment;
        this.team = team;
        this.actor = actor;
        this.role = role;
    }

    /// The server itself at work on an environment, where nobody asked for it: listeners that are started again,
    /// rooms that follow another process. Never to be used on behalf of somebody; the architecture test knows who
    /// may call this.
    public static Access ofServer(EnvironmentId environment, TeamId team) {
        return new Access(environment, team, Actor.SERVER, Role.OWNER);
    }

    /// The bearer of a read-only link: nobody in particular, who may see one environment and do nothing.
    /// [dev.understudy.team.link.Links] finds it by the secret.
    public static Access ofLink(EnvironmentId environment, TeamId team) {
        Actor bearer = new Actor(UserId.SERVER, "Read-only link", "", Set.of(TokenScope.ENVIRONMENT_READ));
        return new Access(environment, team, bearer, Role.VIEWER);
    }

    public EnvironmentId environment() {
        return environment;
    }

    public TeamId team() {
        return team;
    }

    public Actor actor() {
        return actor;
    }

    public Role role() {
        return role;
    }

    public boolean allows(Action action) {
        return Permissions.allows(role, actor.scopes(), action);
    }

    /// This access, to go on with.
    /// @throws Forbidden if it does not allow the action
    public Access require(Action action) {
        if (!allows(action)) {
            throw new Forbidden(action, role);
        }
        return this;
    }
}
