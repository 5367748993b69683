package dev.understudy.hosting.admin;

import dev.understudy.server.Subscription;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets in who knows the token of the moment; nobody while there is none. What was let in for longer ends with the
/// token it came in with. Any thread may call it.
public final class AdminGate {

    private static final Pattern BEARER = Pattern.compile("\\s*bearer\\s+(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

    private final Set<Runnable> visits = ConcurrentHashMap.newKeySet();
    private volatile Optional<AdminToken> token = Optional.empty();

    /// Opens to this token and to no other; to nobody without one.
    public void admit(Optional<AdminToken> wanted) {
        if (!token.equals(wanted)) {
            token = wanted;
            visits.forEach(Runnable::run);
        }
    }

    /// Whether it is this token that opens it.
    public boolean opensTo(Optional<AdminToken> wanted) {
        return token.equals(wanted);
    }

    /// Whether this is the secret of the moment.
    public boolean admits(String secret) {
        return token.filter(known -> known.is(secret)).isPresent();
    }

    boolean isIn(String authorization) {
        Matcher matcher = BEARER.matcher(authorization);
        return matcher.matches() && admits(matcher.group(1));
    }

    /// Tells when another token takes over. The end must be quick.
    public Subscription stay(Runnable end) {
        visits.add(end);
        return () -> visits.remove(end);
    }
}
