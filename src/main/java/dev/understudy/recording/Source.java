package dev.understudy.recording;

import dev.understudy.environment.FileContent;
import dev.understudy.observed.Observed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What routes are made of.
///
/// @param observed the oldest first
/// @param contents the bytes of the answers' contents; empty if they are not there any more
public record Source(List<Observed> observed, Function<FileContent, Optional<byte[]>> contents) {

    public Source {
        observed = List.copyOf(observed);
    }
}
