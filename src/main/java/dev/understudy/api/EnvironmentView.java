package dev.understudy.api;

import dev.understudy.collab.EnvironmentSummary;
import java.util.UUID;

/// An environment as lists show it.
///
/// @param connected participants in its room now
record EnvironmentView(UUID id, String name, UUID teamId, long revision, int connected, ListenerView listener) {

    static EnvironmentView of(EnvironmentSummary summary, int connected, ListenerView listener) {
        return new EnvironmentView(
                summary.id().value(), summary.name(), summary.team().value(), summary.revision(), connected, listener);
    }
}
