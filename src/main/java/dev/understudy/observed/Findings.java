package dev.understudy.observed;

import java.util.List;

/// What a mock can learn of what was observed.
///
/// @param notes what is left out as a whole, in sentences
public record Findings(List<FoundRoute> routes, List<String> notes) {

    public Findings {
        routes = List.copyOf(routes);
        notes = List.copyOf(notes);
    }

    /// Whether there is anything to add.
    public boolean isEmpty() {
        return routes.stream().allMatch(route -> route.responses().isEmpty());
    }
}
