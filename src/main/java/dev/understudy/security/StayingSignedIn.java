package dev.understudy.security;

import dev.understudy.team.UserId;
import dev.understudy.team.account.RememberedBrowsers;
import dev.understudy.team.account.RememberedBrowsers.Pass;
import dev.understudy.team.account.SignIn;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import dev.understudy.wall.OwnCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Carries the pass of a remembered browser in a cookie, so that a restart of the server throws nobody out.
@Component
class StayingSignedIn implements RememberMeServices, LogoutHandler {

    /// Of one name that many can come only from somebody who looks for the right one.
    private static final int MAX_PASSES = 40;

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9A-Za-z]{20,100})");

    /// Tells Spring Security that the authentications are its own; no secret, since they never leave the process.
    static final String KEY = UUID.randomUUID().toString();

    private final RememberedBrowsers browsers;
    private final Users users;
    private final SignIn signIn;

    StayingSignedIn(RememberedBrowsers browsers, Users users, SignIn signIn) {
        this.browsers = browsers;
        this.users = users;
        this.signIn = signIn;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        List<Pass> passes = passes(request);
        Optional<RememberedBrowsers.Return> back = passes.stream()
                .map(browsers::comeBack)
                .flatMap(Optional::stream)
                .findFirst();
        if (back.isEmpty()) {
            if (!passes.isEmpty()) {
                forget(request, response);
            }
            return null;
        }
        back.get().next().ifPresent(next -> give(request, response, next));
        UserId user = back.get().user().id();
        SignedIn person = new SignedIn(user, back.get().mark());
        return new RememberMeAuthenticationToken(KEY, person, PasswordSignIn.AUTHORITIES);
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        passes(request).forEach(old -> browsers.forget(old.id()));
        if (authentication.getPrincipal() instanceof SignedIn person) {
            Optional<User> user = users.find(person.user());
            user.ifPresent(known -> give(request, response, browsers.remember(known)));
            signIn.knownBrowser(person.user()).ifPresent(pass -> KnownBrowserCookie.give(request, response, pass));
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        passes(request).forEach(pass -> browsers.forget(pass.id()));
        forget(request, response);
    }

    /// Others can put cookies of the same name before the one that counts: the last ones are those of the whole host.
    private static List<Pass> passes(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        List<Pass> passes = Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(OwnCookies.STAY))
                .map(cookie -> FORM.matcher(cookie.getValue()))
                .filter(Matcher::matches)
                .map(parts -> new Pass(UUID.fromString(parts.group(1)), parts.group(2)))
                .toList();
        return passes.subList(Math.max(0, passes.size() - MAX_PASSES), passes.size());
    }

    private static void give(HttpServletRequest request, HttpServletResponse response, Pass pass) {
        set(request, response, pass.id() + "." + pass.secret(), RememberedBrowsers.LIFETIME);
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        Cookie cookie = new Cookie(OwnCookies.STAY, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(Math.toIntExact(lifetime.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        response.addCookie(cookie);
    }
}
