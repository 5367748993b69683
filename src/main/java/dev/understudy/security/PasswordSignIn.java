package dev.understudy.security;

import dev.understudy.team.account.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Hands the form that somebody sent over to [SignIn]. It stands where all chains look for a provider, and nowhere
/// else: a chain that had it as well would ask it twice, and each wrong password would count as two.
@Component
class PasswordSignIn implements AuthenticationProvider {

    /// Every session has the same; what somebody may do is a matter of teams.
    static final List<GrantedAuthority> AUTHORITIES = List.of(new SimpleGrantedAuthority("ROLE_USER"));

    /// Where a form comes from.
    ///
    /// @param browser the pass of a known browser, if it shows one
    record Origin(String address, String browser) {

        static Origin of(HttpServletRequest request) {
            return new Origin(ClientAddress.network(request.getRemoteAddr()), KnownBrowserCookie.of(request));
        }
    }

    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication form) {
        Origin origin = form.getDetails() instanceof Origin given ? given : new Origin("", "");
        String password = form.getCredentials() instanceof String text ? text : "";
        return switch (signIn.attempt(form.getName(), password, origin.address(), origin.browser())) {
            case SignIn.Result.Welcome(var user, var mark) -> authenticated(new SignedIn(user.id(), mark));
            case SignIn.Result.Wrong() -> throw new BadCredentialsException("Wrong");
            case SignIn.Result.Wait(var time) -> throw new TooManyAttempts(time);
        };
    }

    static Authentication authenticated(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
