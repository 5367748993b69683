package dev.understudy.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a list goes on, for the header `Link` (RFC 8288).
final class NextPage {

    private NextPage() {}

    /// The same query, as it came, from there on.
    ///
    /// @param before where the next page begins
    static String link(HttpServletRequest request, String before) {
        Stream<String> others = Stream.of(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("before="));
        String query = Stream.concat(others, Stream.of("before=" + before)).collect(Collectors.joining("&", "?", ""));
        return "<%s>; rel=\"next\"".formatted(request.getRequestURI() + query);
    }
}
