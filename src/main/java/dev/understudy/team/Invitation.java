package dev.understudy.team;

import java.time.Instant;
import java.util.UUID;

/// An invitation that nobody has accepted yet. The link is not kept: whoever made it saw it once.
public record Invitation(Id id, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {

    public record Id(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A fresh invitation with the secret that goes into its link.
    public record Issued(Invitation invitation, String secret) {}

    /// What a link offers to whoever opens it.
    public record Offer(String teamName, Role role, String invitedBy) {}
}
