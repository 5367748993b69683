package dev.understudy.team.account;

import dev.understudy.team.TokenScope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lets a program act for somebody. The secret itself is not kept: whoever made the token saw it once.
public record AccessToken(
        Id id,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    public record Id(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A fresh token with the secret that the program sends.
    public record Issued(AccessToken token, String secret) {}
}
