package dev.understudy.hosting.admin;

import dev.understudy.team.Secrets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The secret that opens an admin API, of which only the hash is known.
public final class AdminToken {

    private final byte[] hash;

    private AdminToken(byte[] hash) {
        this.hash = hash;
    }

    public static AdminToken ofHash(byte[] hash) {
        return new AdminToken(hash.clone());
    }

    public static AdminToken ofSecret(String secret) {
        return new AdminToken(Secrets.hash(secret));
    }

    public byte[] hash() {
        return hash.clone();
    }

    /// Takes the same time whatever is wrong.
    boolean is(String secret) {
        return MessageDigest.isEqual(hash, Secrets.hash(secret));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdminToken token && MessageDigest.isEqual(hash, token.hash);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "an admin token";
    }
}
