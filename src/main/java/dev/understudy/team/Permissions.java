package dev.understudy.team;

import static dev.understudy.team.TokenScope.ENVIRONMENT_READ;
import static dev.understudy.team.TokenScope.ENVIRONMENT_WRITE;
import static dev.understudy.team.TokenScope.LISTENER_MANAGE;
import static dev.understudy.team.TokenScope.TEAM_MANAGE;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/// The table of rights. An action is allowed when the role has it **and** one of the scopes covers it.
public final class Permissions {

    private static final Set<Action> OF_VIEWERS = actions(Action.VIEW, Action.VIEW_TEAM);
    private static final Set<Action> OF_EDITORS =
            actions(Action.VIEW, Action.VIEW_TEAM, Action.EDIT, Action.MANAGE_LISTENER, Action.CREATE, Action.DELETE);
    private static final Set<Action> OF_OWNERS = actions(Action.values());

    private Permissions() {}

    public static boolean allows(Role role, Set<TokenScope> scopes, Action action) {
        return actions(role).contains(action) && scopes(action).stream().anyMatch(scopes::contains);
    }

    /// All that the role has.
    public static Set<Action> actions(Role role) {
        return switch (role) {
            case OWNER -> OF_OWNERS;
            case EDITOR -> OF_EDITORS;
            case VIEWER -> OF_VIEWERS;
        };
    }

    /// The role that has it and the least besides.
    static Role leastRole(Action action) {
        return Arrays.stream(Role.values())
                .filter(role -> actions(role).contains(action))
                .min(Comparator.comparingInt(role -> actions(role).size()))
                .orElseThrow();
    }

    /// The scopes that cover it; one of them is enough.
    public static Set<TokenScope> scopes(Action action) {
        return switch (action) {
            case VIEW -> Set.of(ENVIRONMENT_READ, ENVIRONMENT_WRITE);
            case EDIT, CREATE, DELETE -> Set.of(ENVIRONMENT_WRITE);
            case MANAGE_LISTENER -> Set.of(LISTENER_MANAGE);
            case VIEW_TEAM, MANAGE_TEAM -> Set.of(TEAM_MANAGE);
        };
    }

    private static Set<Action> actions(Action... all) {
        Set<Action> set = EnumSet.noneOf(Action.class);
        Collections.addAll(set, all);
        return Collections.unmodifiableSet(set);
    }
}
