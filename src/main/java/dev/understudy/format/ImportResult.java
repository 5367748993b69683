package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Problem;
import java.util.List;

/// What came of reading a file.
public sealed interface ImportResult {

    /// @param environment what was read; all invariants hold
    /// @param problems what was mended on the way, in the order of the file; at most [Repairs#MAX_LISTED]
    ///     and one that counts the rest
    record Imported(Environment environment, List<Problem> problems) implements ImportResult {}

    /// @param place where it is: a JSON pointer, or a line and column, or empty if it is the whole file
    /// @param message why, and what to do, in one or two sentences
    record Refused(String place, String message) implements ImportResult {}
}
