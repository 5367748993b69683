package dev.understudy.security.cookie;

import dev.understudy.wall.OwnCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/// Writes cookies so that over HTTPS nobody but the application can have set them: browsers hold a name that begins
/// with `__Host-` to that.
final class OwnCookieProcessor extends Rfc6265CookieProcessor {

    OwnCookieProcessor() {
        setSameSiteCookies("Lax");
    }

    @Override
    public String generateHeader(Cookie cookie, HttpServletRequest request) {
        boolean guarded = request.isSecure() && OwnCookies.NAMES.contains(cookie.getName());
        return super.generateHeader(guarded ? guarded(cookie) : cookie, request);
    }

    private static Cookie guarded(Cookie cookie) {
        Cookie guarded = new Cookie(OwnCookies.HOST_PREFIX + cookie.getName(), cookie.getValue());
        guarded.setPath("/");
        guarded.setSecure(true);
        guarded.setHttpOnly(cookie.isHttpOnly());
        guarded.setMaxAge(cookie.getMaxAge());
        return guarded;
    }
}
