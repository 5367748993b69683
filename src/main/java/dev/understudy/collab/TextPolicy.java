package dev.understudy.collab;

/// What to do with a splice of a text that others changed after the base.
public enum TextPolicy {
    /// Merge it on the server.
    REBASE,
    /// Reject the change as stale: the client gets the other changes anyway and merges by itself.
    REFUSE_STALE
}
