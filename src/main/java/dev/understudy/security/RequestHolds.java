package dev.understudy.security;

import dev.understudy.server.heavy.HeldMemory;
import dev.understudy.server.heavy.Hold;
import dev.understudy.server.heavy.RequestMemory;
import dev.understudy.team.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives each request a [Hold], under [Hold#ATTRIBUTE], and closes it when the request ends. What browsers send is
/// taken from it as it is read; the API takes for itself, since it throws some of what comes away.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RequestHolds extends OncePerRequestFilter {

    private static final String API = "/api/";
    private static final int TRY_AGAIN_SECONDS = 10;

    private final RequestMemory memory;

    RequestHolds(RequestMemory memory) {
        this.memory = memory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Hold hold = hold(request)) {
            request.setAttribute(Hold.ATTRIBUTE, hold);
            if (request.getRequestURI().startsWith(request.getContextPath() + API)) {
                chain.doFilter(request, response);
                return;
            }
            BoundedMessage message = new BoundedMessage(request, hold);
            request.setAttribute(BoundedMessage.ATTRIBUTE, message);
            try {
                message.payForForm();
                chain.doFilter(message, response);
            } catch (IOException | ServletException | RuntimeException failure) {
                if (message.refusal().isEmpty()) {
                    throw failure;
                }
            } finally {
                message.refusal().ifPresent(status -> refuse(response, status));
            }
        }
    }

    private static void refuse(HttpServletResponse response, int status) {
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(status);
            if (status != HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                response.setIntHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
            }
        }
    }

    /// By the time that the first bytes are read it is known who sends them.
    private Hold hold(HttpServletRequest request) {
        HeldMemory strangers = memory.strangers();
        return Hold.later(() -> {
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            return switch (caller == null ? null : caller.getPrincipal()) {
                case Actor bearer -> memory.people().hold(bearer::user);
                case SignedIn person -> memory.people().hold(person::user);
                case null, default -> strangers.hold(() -> ClientAddress.network(request.getRemoteAddr()));
            };
        });
    }
}
