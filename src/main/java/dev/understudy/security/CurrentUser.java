package dev.understudy.security;

import dev.understudy.team.Actor;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.SessionMark.Ending;
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

    /// Whether this is the session of somebody, whatever became of the account.
    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    /// Keeps this session when its owner has changed the password, which ends all others.
    public void passwordChanged() {
        SecurityContext context = SecurityContextHolder.getContext();
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            users.mark(person.user())
                    .ifPresent(mark ->
                            context.setAuthentication(PasswordSignIn.authenticated(new SignedIn(person.user(), mark))));
        }
    }

    /// Why the session of the moment is over, if it is: it was opened under a password that is no longer the account's,
    /// or before its owner signed out everywhere.
    public Optional<Ending> ending() {
        return signedIn().flatMap(person -> endingOf(person, users.mark(person.user())));
    }

    /// Whom the session of the moment belongs to, whatever became of the account.
    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /// @param mark of the account at this moment
    static Optional<Ending> endingOf(SignedIn person, Optional<SessionMark> mark) {
        // Who has no account any more is out as well.
        return mark.map(now -> person.mark().ending(now)).orElseGet(() -> Optional.of(Ending.SIGNED_OUT_EVERYWHERE));
    }

    /// Whoever acts, where the filter chains let nobody else come.
    /// @throws AuthenticationCredentialsNotFoundException if nobody is signed in
    public Actor actor() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }
}
