package dev.understudy.team.link;

import java.time.Instant;
import java.util.UUID;

/// A link that lets its bearer read one environment. The secret is not kept: whoever made the link saw it once.
public record ReadLink(Id id, String createdBy, Instant createdAt) {

    public record Id(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A fresh link with the secret that goes into its address.
    public record Issued(ReadLink link, String secret) {}
}
