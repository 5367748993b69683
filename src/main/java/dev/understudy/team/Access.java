package dev.understudy.team;

import dev.understudy.environment.EnvironmentId;
import java.util.Set;

/// The proof that an actor sees one environment at one of its branches, as a member of its team. Only a look-up gives
/// one, so what is not
/// visible is not found. It holds what was true at the look-up: whoever keeps one for longer looks it up again with
/// [Accesses#again] when the [RightsLog] tells of something that [RightsChange#concerns] it, and before each change.
public final class Access {

    private final Branch branch;
    private final Actor actor;
    private final Role role;

    Access(Branch branch, Actor actor, Role role) {
        this.branch = branch;
        this.actor = actor;
        this.role = role;
    }

    /// The server itself at work on an environment, where nobody asked for it: listeners that are started again,
    /// rooms that follow another process. Never to be used on behalf of somebody; the architecture test knows who
    /// may call this.
    public static Access ofServer(Branch branch) {
        return new Access(branch, Actor.SERVER, Role.OWNER);
    }

    /// The bearer of a read-only link: nobody in particular, who may see one environment and do nothing.
    /// [dev.understudy.team.link.Links] finds it by the secret.
    public static Access ofLink(Branch branch) {
        Actor bearer = new Actor(UserId.SERVER, "Read-only link", "", Set.of(TokenScope.ENVIRONMENT_READ));
        return new Access(branch, bearer, Role.VIEWER);
    }

    public Branch branch() {
        return branch;
    }

    public EnvironmentId environment() {
        return branch.environment();
    }

    public TeamId team() {
        return branch.team();
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
