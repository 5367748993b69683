package dev.understudy.asset;

/// What came of an upload.
public sealed interface Upload {

    /// It is stored.
    ///
    /// @param replaced whether there was a file of that name before
    record Stored(Asset asset, boolean replaced) implements Upload {}

    /// It is beyond a limit.
    ///
    /// @param message which one, and what to do
    record Refused(long limit, long value, String message) implements Upload {}
}
