package dev.understudy.asset;

/// What came of giving a file another path.
public enum Renaming {
    DONE,
    /// There is no such file.
    GONE,
    /// Another file has that path.
    TAKEN
}
