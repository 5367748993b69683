package dev.understudy.team.account;

import dev.understudy.team.TokenId;
import dev.understudy.team.TokenScope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What lets a program act for somebody. The secret itself is not kept: whoever made the token saw it once.
public record AccessToken(
        TokenId id,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// A fresh token with the secret that the program sends.
    public record Issued(AccessToken token, String secret) {}
}
