package dev.understudy.team;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What an access token is good for. A scope never gives more than its owner's role: it only narrows.
public enum TokenScope {
    ENVIRONMENT_READ("environment:read", "See environments and follow their changes"),
    ENVIRONMENT_WRITE("environment:write", "See, create, edit and delete environments"),
    LISTENER_MANAGE("listener:manage", "Start and stop mocks"),
    TEAM_MANAGE("team:manage", "Manage the team; read the server's metrics");

    private final String word;
    private final String explanation;

    TokenScope(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /// The scope as the API writes it, such as `environment:read`.
    public String word() {
        return word;
    }

    /// What the scope is good for, in words for people.
    public String explanation() {
        return explanation;
    }

    public static Set<TokenScope> all() {
        return EnumSet.allOf(TokenScope.class);
    }

    static Optional<TokenScope> ofWord(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
