package dev.understudy.security;

import dev.understudy.wall.OwnCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;

/// The cookie by which a browser is known after signing in with it, long after signing out: see
/// [dev.understudy.team.account.SignIn#knownBrowser].
final class KnownBrowserCookie {

    private static final Duration LIFETIME = Duration.ofDays(365);

    private KnownBrowserCookie() {}

    /// What the browser shows; empty if nothing.
    static String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(OwnCookies.KNOWN))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String pass) {
        Cookie cookie = new Cookie(OwnCookies.KNOWN, pass);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(Math.toIntExact(LIFETIME.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
    }
}
