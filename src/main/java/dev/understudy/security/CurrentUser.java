package dev.understudy.security;

import dev.understudy.team.Actor;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who is asking, for the code behind views and API calls. Called on the thread of the request, or of a view that has
/// its session locked; each call looks the person up, so keep what it gives for as long as you handle one thing.
@Component
public final class CurrentUser {

    private final Users users;

    public CurrentUser(Users users) {
        this.users = users;
    }

    /// Whoever acts; nobody does before signing in.
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Optional.empty();
        }
        return switch (authentication.getPrincipal()) {
            case Actor bearer -> Optional.of(bearer);
            case SignedIn person -> users.find(person.user()).map(User::atBrowser);
            case null, default -> Optional.empty();
        };
    }

    /// Keeps this session when its owner has changed the password, which ends all others.
    public void passwordChanged() {
        SecurityContext context = SecurityContextHolder.getContext();
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            users.passwordMark(person.user())
                    .ifPresent(mark ->
                            context.setAuthentication(PasswordSignIn.authenticated(new SignedIn(person.user(), mark))));
        }
    }

    /// Whoever acts, where the filter chains let nobody else come.
    /// @throws AuthenticationCredentialsNotFoundException if nobody is signed in
    public Actor actor() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }
}
