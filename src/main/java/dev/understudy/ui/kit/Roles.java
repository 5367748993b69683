package dev.understudy.ui.kit;

import dev.understudy.team.Role;

/// How roles are spoken of.
public final class Roles {

    private Roles() {}

    /// Such as “an owner”.
    public static String withArticle(Role role) {
        return switch (role) {
            case OWNER -> "an owner";
            case EDITOR -> "an editor";
            case VIEWER -> "a viewer";
        };
    }
}
