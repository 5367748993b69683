package dev.understudy.hosting.preview;

import dev.understudy.traffic.HeaderLine;
import java.util.List;

/// A request that somebody makes up to see what a response would be.
///
/// @param target the path with the prefix of the environment, and the query if there is one
public record SampleRequest(String method, String target, List<HeaderLine> headers, String body) {

    public SampleRequest {
        headers = List.copyOf(headers);
    }
}
