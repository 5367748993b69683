package dev.understudy.api;

import dev.understudy.observed.Findings;
import dev.understudy.observed.FoundResponse;
import dev.understudy.observed.FoundRoute;
import java.util.List;

/// What a mock could learn, as programs see it.
record FindingsView(List<Route> routes, List<String> notes) {

    /// @param key by which it is chosen
    /// @param exists whether the environment has such a route, which gets further responses
    record Route(
            String key,
            String method,
            String endpoint,
            boolean exists,
            List<Response> responses,
            int requests,
            List<String> notes) {}

    /// @param label what must be true of a request; empty if it answers all
    record Response(int status, String type, int size, String label, boolean isDefault) {}

    static FindingsView of(Findings findings) {
        return new FindingsView(
                findings.routes().stream().map(FindingsView::route).toList(), findings.notes());
    }

    private static Route route(FoundRoute route) {
        return new Route(
                route.key(),
                route.method().verb(),
                route.endpoint(),
                route.existing().isPresent(),
                route.responses().stream().map(FindingsView::response).toList(),
                route.requests(),
                route.notes());
    }

    private static Response response(FoundResponse response) {
        return new Response(
                response.answer().status(),
                response.answer().type(),
                response.answer().content().size(),
                response.label(),
                response.isDefault());
    }
}
