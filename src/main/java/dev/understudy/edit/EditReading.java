package dev.understudy.edit;

import dev.understudy.environment.Excess;
import java.util.Optional;

/// What came of reading a change from outside.
public sealed interface EditReading {

    record Read(Change change) implements EditReading {}

    /// Not a change.
    ///
    /// @param edit the index of the edit at fault; -1 if it is the change itself
    /// @param message a sentence that says what is expected
    /// @param excess if a limit is why, how far it is beyond that
    record Malformed(int edit, String message, Optional<Excess> excess) implements EditReading {}
}
