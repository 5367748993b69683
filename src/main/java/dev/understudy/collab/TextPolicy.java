package dev.understudy.collab;

/// What to do with a change when others have committed after its base, above all with splices of the same text.
public enum TextPolicy {
    /// Merge it on the server.
    REBASE,
    /// Reject the change as stale: the client gets the other changes anyway and merges by itself.
    REFUSE_STALE,
    /// Reject the whole change as stale if anything that it is about, or stands in what it removes, changed after its
    /// base.
    REFUSE_TOUCHED,
    /// Leave those of its edits out that are about what changed after its base: a value, a place, or something in what
    /// they remove. It is stale if the changes since are not in memory any more.
    LEAVE_TOUCHED,
    /// Reject the whole change as stale if anything at all was committed after its base.
    REFUSE_UNLESS_NEWEST
}
