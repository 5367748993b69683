package dev.understudy.format.openapi;

import dev.understudy.environment.Problem;
import java.util.List;
import java.util.Map;

/// What came of reading a text as a description of an API.
public sealed interface Conversion {

    /// It is one.
    ///
    /// @param environment the text of an environment file in the current version
    /// @param problems what was left out or mended, with JSON pointers into the description
    /// @param origins where the parts of the environment came from: pointer in it → place in the description
    record Converted(String environment, List<Problem> problems, Map<String, SpecPlace> origins) implements Conversion {

        /// Where that came from which stands at a pointer in the environment.
        public String origin(String pointer) {
            for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                SpecPlace origin = origins.get(at);
                if (origin != null) {
                    return origin.pointer();
                }
            }
            return "";
        }
    }

    /// It is meant to be one, and can't be taken.
    ///
    /// @param place a JSON pointer, or a line and column, or empty if it is all of it
    /// @param message why, and what to do, in one or two sentences
    record Refused(String place, String message) implements Conversion {}

    /// It is something else.
    record Foreign() implements Conversion {}
}
