package dev.understudy.team;

import static dev.understudy.team.Scope.ENVIRONMENT_READ;
import static dev.understudy.team.Scope.ENVIRONMENT_WRITE;
import static dev.understudy.team.Scope.LISTENER_MANAGE;
import static dev.understudy.team.Scope.TEAM_MANAGE;

import java.util.Set;

/// The table of rights. An action is allowed when the role is high enough **and** one of the scopes covers it.
public final class Permissions {

    private Permissions() {}

    public static boolean allows(Role role, Set<Scope> scopes, Action action) {
        return role.includes(leastRole(action)) && scopes(action).stream().anyMatch(scopes::contains);
    }

    /// The least powerful role that may do it.
    public static Role leastRole(Action action) {
        return switch (action) {
            case VIEW, VIEW_TEAM -> Role.VIEWER;
            case EDIT, MANAGE_LISTENER, CREATE, DELETE -> Role.EDITOR;
            case MANAGE_TEAM -> Role.OWNER;
        };
    }

    /// The scopes that cover it; one of them is enough.
    public static Set<Scope> scopes(Action action) {
        return switch (action) {
            case VIEW -> Set.of(ENVIRONMENT_READ, ENVIRONMENT_WRITE);
            case EDIT, CREATE, DELETE -> Set.of(ENVIRONMENT_WRITE);
            case MANAGE_LISTENER -> Set.of(LISTENER_MANAGE);
            case VIEW_TEAM, MANAGE_TEAM -> Set.of(TEAM_MANAGE);
        };
    }
}
