package dev.understudy.environment;

/// How a route chooses which of its responses answers.
public enum ResponseMode implements Choosable {
    /// The first whose rules hold, else the default.
    BY_RULES,
    RANDOM,
    SEQUENTIAL,
    /// Always the default.
    DISABLE_RULES,
    /// By rules, and if none holds, the next route is asked.
    FALLBACK;

    @Override
    public String wireName() {
        return this == BY_RULES ? "" : name();
    }
}
