package dev.understudy.traffic;

import java.util.List;
import java.util.Optional;

/// One header of a request or a response.
public record HeaderLine(String name, String value) {

    /// The value of the first header with a name, in whatever letters.
    public static Optional<String> first(List<HeaderLine> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst();
    }
}
