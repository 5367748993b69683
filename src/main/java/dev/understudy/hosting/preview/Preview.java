package dev.understudy.hosting.preview;

import dev.understudy.traffic.HeaderLine;
import java.util.List;

/// What came of a sample request.
public sealed interface Preview {

    /// The answer.
    ///
    /// @param body as text, as far as it is shown
    /// @param bytes of the whole body
    /// @param isText whether the body is text at all
    /// @param micros how long it took to make
    /// @param notes what went wrong on the way, and what would be done besides
    record Answered(
            int status,
            List<HeaderLine> headers,
            String body,
            long bytes,
            boolean isText,
            long micros,
            List<String> notes)
            implements Preview {}

    /// There is none.
    ///
    /// @param why a sentence
    record None(String why) implements Preview {}
}
