package dev.understudy.security;

import dev.understudy.team.UserId;
import dev.understudy.team.account.RememberedBrowsers;
import dev.understudy.team.account.RememberedBrowsers.Pass;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Carries the pass of a remembered browser in a cookie, so that a restart of the server throws nobody out.
@Component
class StayingSignedIn implements RememberMeServices, LogoutHandler {

    static final String COOKIE = "understudy-stay";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9A-Za-z]{20,100})");

    /// Tells Spring Security that the authentications are its own; no secret, since they never leave the process.
    static final String KEY = UUID.randomUUID().toString();

    private final RememberedBrowsers browsers;
    private final Users users;

    StayingSignedIn(RememberedBrowsers browsers, Users users) {
        this.browsers = browsers;
        this.users = users;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Optional<Pass> pass = pass(request);
        if (pass.isEmpty()) {
            return null;
        }
        Optional<RememberedBrowsers.Return> back = browsers.comeBack(pass.get());
        if (back.isEmpty()) {
            forget(request, response);
            return null;
        }
        back.get().next().ifPresent(next -> give(request, response, next));
        UserId user = back.get().user().id();
        String mark = users.passwordMark(user).orElse("");
        return new RememberMeAuthenticationToken(KEY, new SignedIn(user, mark), PasswordSignIn.AUTHORITIES);
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        pass(request).ifPresent(old -> browsers.forget(old.id()));
        if (authentication.getPrincipal() instanceof SignedIn person) {
            Optional<User> user = users.find(person.user());
            user.ifPresent(known -> give(request, response, browsers.remember(known)));
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        pass(request).ifPresent(pass -> browsers.forget(pass.id()));
        forget(request, response);
    }

    private static Optional<Pass> pass(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> FORM.matcher(cookie.getValue()))
                .filter(Matcher::matches)
                .map(parts -> new Pass(UUID.fromString(parts.group(1)), parts.group(2)))
                .findFirst();
    }

    private static void give(HttpServletRequest request, HttpServletResponse response, Pass pass) {
        set(request, response, pass.id() + "." + pass.secret(), RememberedBrowsers.LIFETIME);
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/")
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
