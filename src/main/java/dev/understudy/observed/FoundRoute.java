package dev.understudy.observed;

import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Optional;

/// A route that answers as another server did.
///
/// @param endpoint as routes have it
/// @param existing the route of the document that answers such requests already; then the responses are to be added
///     to it
/// @param before the response of that route in front of which they have to stand to have a say; empty for its end
/// @param responses what is new; none if there is nothing to add
/// @param requests how many different ones it is made of
/// @param notes what is not as it was with the other server, in sentences
public record FoundRoute(
        HttpMethod method,
        String endpoint,
        Optional<NodeId> existing,
        Optional<NodeId> before,
        List<FoundResponse> responses,
        int requests,
        List<String> notes) {

    public FoundRoute {
        responses = List.copyOf(responses);
        notes = List.copyOf(notes);
    }

    /// By which people and programs choose it: `GET /orders/:id`.
    public String key() {
        return method.verb() + " /" + endpoint;
    }
}
