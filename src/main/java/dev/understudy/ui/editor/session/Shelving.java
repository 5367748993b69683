package dev.understudy.ui.editor.session;

import dev.understudy.asset.Asset;

/// What came of a file that somebody uploads.
public sealed interface Shelving {

    /// It is kept.
    ///
    /// @param replaced whether a file of that path was there before
    record Kept(Asset file, boolean replaced) implements Shelving {}

    /// Another file has that path, and stays as it is.
    record Taken(Asset present) implements Shelving {}

    /// It is not kept; the reason is a sentence for the person who uploads it.
    record Refused(String reason) implements Shelving {}
}
