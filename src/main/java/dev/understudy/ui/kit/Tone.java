package dev.understudy.ui.kit;

import java.util.Locale;

/// What a colour says about a state.
public enum Tone {
    /// Neither good nor bad: stopped, empty.
    QUIET,
    OK,
    WARN,
    BAD;

    /// As styles and attributes have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
