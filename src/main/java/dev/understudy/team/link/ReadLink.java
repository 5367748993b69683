package dev.understudy.team.link;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that lets its bearer read one environment. The secret is not kept: whoever made the link saw it once.
///
/// @param lastUsedAt to the minute; null if it never was
public record ReadLink(
        Id id,
        UserId maker,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public record Id(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A fresh link with the secret that goes into its address.
    public record Issued(ReadLink link, String secret) {}

    /// A link of a team, for who decides whether it stays.
    public record OfTeam(ReadLink link, EnvironmentId environment, String environmentName) {}
}
