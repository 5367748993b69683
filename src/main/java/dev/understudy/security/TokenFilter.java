package dev.understudy.security;

import dev.understudy.team.Actor;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.Throttle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds the actor behind a bearer token. A request without one goes on as nobody's; one with a bad token ends here,
/// and an address that sends many bad ones has to wait. A good token is never made to wait for the bad ones of others.
final class TokenFilter extends OncePerRequestFilter {

    static final int FREE_BAD_TOKENS = 20;

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;
    private final Throttle throttle;

    TokenFilter(AccessTokens tokens, Throttle throttle) {
        this.tokens = tokens;
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> actor = bearer(header).flatMap(tokens::find);
        if (actor.isEmpty()) {
            refuse(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor.get(), null, List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /// A dispatch that goes on with a request later, such as the end of an event stream, is still the same caller's.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static Optional<String> bearer(@Nullable String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Duration> wait = throttle.begin(ClientAddress.network(request.getRemoteAddr()));
        if (wait.isPresent()) {
            Refusals.rateLimited(
                    response, Math.max(1, wait.get().plusMillis(999).toSeconds()));
        } else {
            Refusals.unauthorized(response, "This access token does not exist, was revoked, or has expired.");
        }
    }
}
