package dev.understudy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends requests of browsers whose body is larger than the sender may send, or than there is memory for now, before the
/// framework begins to read: it would make an answer of its own of that.
final class MessageSizes extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(BoundedMessage.ATTRIBUTE) instanceof BoundedMessage message) || message.admit()) {
            chain.doFilter(request, response);
        }
    }
}
