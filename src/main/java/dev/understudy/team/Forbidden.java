package dev.understudy.team;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody may see a thing but not do this with it. The message is a sentence for that person.
public final class Forbidden extends RuntimeException {

    private final transient Action action;

    Forbidden(Action action, Role role) {
        this(action, sentence(action, role));
    }

    private Forbidden(Action action, String sentence) {
        super(sentence);
        this.action = action;
    }

    /// For somebody who has no role there any more.
    public static Forbidden ofStranger(Action action) {
        return new Forbidden(action, "You are no longer in the team of this environment, or it is in the trash.");
    }

    public Action action() {
        return action;
    }

    /// What to tell the person: what it needs, and what they have.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    private static String sentence(Action action, Role role) {
        Role least = Permissions.leastRole(action);
        String what = action.label().substring(0, 1).toUpperCase(Locale.ROOT)
                + action.label().substring(1);
        return Permissions.actions(role).contains(action)
                ? what + " needs an access token with the scope " + words(Permissions.scopes(action)) + "."
                : what + " needs the role " + least.word() + " in the team; yours is " + role.word() + ".";
    }

    private static String words(Set<TokenScope> scopes) {
        return scopes.stream().sorted().map(TokenScope::word).collect(Collectors.joining(" or "));
    }
}
