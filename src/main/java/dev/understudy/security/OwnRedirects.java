package dev.understudy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends browsers to paths of this very server. The framework makes whole addresses with the `Host` of the request,
/// which is whatever the client says; and there is no other server that anybody should be sent to.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnRedirects extends OncePerRequestFilter {

    private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2,}[^/\\\\?#]*");
    private static final Pattern SLASHES = Pattern.compile("^[/\\\\]+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(path(location));
            }

            @Override
            public void sendRedirect(String location, boolean clear) throws IOException {
                super.sendRedirect(path(location), clear);
            }

            @Override
            public void sendRedirect(String location, int status) throws IOException {
                super.sendRedirect(path(location), status);
            }

            @Override
            public void sendRedirect(String location, int status, boolean clear) throws IOException {
                super.sendRedirect(path(location), status, clear);
            }
        });
    }

    /// What an address says without its host. What is left can't be read as another host either.
    static String path(String location) {
        String rest = HOST.matcher(location).replaceFirst("");
        if (rest.equals(location)) {
            return location;
        }
        return "/" + SLASHES.matcher(rest).replaceFirst("");
    }
}
