package dev.understudy.team;

/// The proof that an actor is a member of a team: what [Access] is for one environment, for what belongs to the team.
public final class TeamAccess {

    private final TeamId team;
    private final String name;
    private final Actor actor;
    private final Role role;

    TeamAccess(TeamId team, String name, Actor actor, Role role) {
        this.team = team;
        this.name = name;
        this.actor = actor;
        this.role = role;
    }

    /// The server itself, where it makes something for a team that nobody asked for; see [Access#ofServer].
    public static TeamAccess ofServer(TeamId team, String name) {
        return new TeamAccess(team, name, Actor.SERVER, Role.OWNER);
    }

    public TeamId team() {
        return team;
    }

    /// The team's name, for people.
    public String name() {
        return name;
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
    public TeamAccess require(Action action) {
        if (!allows(action)) {
            throw new Forbidden(action, role);
        }
        return this;
    }
}
