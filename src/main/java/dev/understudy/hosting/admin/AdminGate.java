package dev.understudy.hosting.admin;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Lets in who knows the token of the moment. What was let in for longer ends with the token it came in with. Any
/// thread
/// may call it.
public final class AdminGate {

    private final Set<Runnable> visits = ConcurrentHashMap.newKeySet();
    private volatile AdminToken token = new AdminToken(Optional.empty());

    /// Opens to this token and to no other.
    public void admit(String secret) {
        if (!token.is(secret)) {
            token = new AdminToken(Optional.of(secret));
            visits.forEach(Runnable::run);
        }
    }

    /// Whether this is the token of the moment.
    public boolean admits(String secret) {
        return token.is(secret);
    }

    boolean isIn(String authorization) {
        return token.isIn(authorization);
    }

    /// Tells when another token takes over, until what it returns is run. The end must be quick.
    public Runnable stay(Runnable end) {
        visits.add(end);
        return () -> visits.remove(end);
    }
}
