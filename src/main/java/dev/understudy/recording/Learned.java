package dev.understudy.recording;

import dev.understudy.environment.Excess;
import java.util.Optional;

/// What came of bringing routes into a document.
public sealed interface Learned {

    /// It is one change.
    ///
    /// @param routes how many are new
    /// @param responses how many are new, those of new routes included
    record Done(long revision, int routes, int responses) implements Learned {}

    /// There was nothing that the document does not answer already.
    record Nothing(long revision) implements Learned {}

    /// It can't be done.
    ///
    /// @param sentence why, and what to do
    /// @param excess the limit that is exceeded, if that is why
    record Refused(String sentence, Optional<Excess> excess) implements Learned {}
}
