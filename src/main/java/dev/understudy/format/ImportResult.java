package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Excess;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of reading a file.
public sealed interface ImportResult {

    /// The file was taken, perhaps mended.
    ///
    /// @param environment what was read; all invariants hold
    /// @param problems what was mended on the way; of very many the first, and one that counts the rest
    /// @param files the contents of its files that come with it; not to be written to
    record Imported(Environment environment, List<Problem> problems, Map<FileContent, byte[]> files)
            implements ImportResult {

        /// Without files.
        Imported(Environment environment, List<Problem> problems) {
            this(environment, problems, Map.of());
        }
    }

    /// The file was not taken.
    ///
    /// @param place where it is: a JSON pointer, or a line and column, or empty if it is the whole file
    /// @param message why, and what to do, in one or two sentences
    /// @param excess the limit that is exceeded, if that is why
    record Refused(String place, String message, Optional<Excess> excess) implements ImportResult {}
}
