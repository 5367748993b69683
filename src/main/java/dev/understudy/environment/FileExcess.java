package dev.understudy.environment;

import java.util.Optional;

/// How far the files of an environment would be beyond a limit.
///
/// @param message which limit, and what to do
public record FileExcess(Excess excess, String message) {

    /// Empty if there may be so many files.
    ///
    /// @param bytes of all contents together
    public static Optional<FileExcess> of(int files, long bytes) {
        if (files > Limits.MAX_FILES) {
            return excess(
                    Limits.MAX_FILES,
                    files,
                    "An environment can have %d files. Remove some that are not needed.".formatted(Limits.MAX_FILES));
        }
        return bytes <= Limits.MAX_TOTAL_FILE_BYTES
                ? Optional.empty()
                : excess(
                        Limits.MAX_TOTAL_FILE_BYTES,
                        bytes,
                        "The files of an environment can have %,d bytes together. Remove some that are not needed."
                                .formatted(Limits.MAX_TOTAL_FILE_BYTES));
    }

    private static Optional<FileExcess> excess(long limit, long value, String message) {
        return Optional.of(new FileExcess(new Excess(limit, value), message));
    }
}
