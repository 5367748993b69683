package dev.understudy.team;

import java.util.Locale;

/// What a member is in a team. What each may do is in [Permissions].
public enum Role {
    OWNER("Owner"),
    EDITOR("Editor"),
    VIEWER("Viewer");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /// The word that people read.
    public String label() {
        return label;
    }

    /// The word of the API and of the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if the word is none of the three
    static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
