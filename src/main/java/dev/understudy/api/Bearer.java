package dev.understudy.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/// The access token that came with a request.
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /// The token itself; empty if the request has none.
    static String token(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }
}
