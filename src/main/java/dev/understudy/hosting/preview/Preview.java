package dev.understudy.hosting.preview;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.HeaderLine;
import java.util.List;
import java.util.Optional;

/// What came of a sample request.
public sealed interface Preview {

    /// The answer.
    ///
    /// @param body as text, as far as it is shown
    /// @param bytes of the whole body
    /// @param isText whether the body is text at all
    /// @param micros how long it took to make
    /// @param notes what went wrong on the way, and what would be done besides
    /// @param instead what of the same route would answer this request, if that is not the response
    record Answered(
            int status,
            List<HeaderLine> headers,
            String body,
            long bytes,
            boolean isText,
            long micros,
            List<String> notes,
            Optional<Instead> instead)
            implements Preview {}

    /// What a listener would do.
    ///
    /// @param response that would answer, if one would
    /// @param sentence which one, and why
    record Instead(Optional<NodeId> response, String sentence) {}

    /// There is none.
    ///
    /// @param why a sentence
    record None(String why) implements Preview {}
}
