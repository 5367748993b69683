package dev.understudy.asset;

import dev.understudy.environment.FileExcess;

/// What came of an upload.
public sealed interface Upload {

    /// It is kept.
    ///
    /// @param asset its path is another one if somebody else took that at the same moment
    /// @param replaced whether there was a file of that path before
    record Kept(Asset asset, boolean replaced) implements Upload {}

    /// Another file has that path, and stays as it is.
    record Taken(Asset present) implements Upload {}

    /// It is beyond a limit.
    record Refused(FileExcess excess) implements Upload {}
}
