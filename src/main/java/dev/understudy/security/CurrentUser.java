package dev.understudy.security;

import dev.understudy.team.Actor;
import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.SessionMark.Ending;
import dev.understudy.team.account.User;
import dev.understudy.team.account.Users;
import java.util.Optional;
import java.util.function.BiConsumer;
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

    /// Whose session this is, whatever became of the account.
    public Optional<UserId> person() {
        return signedIn().map(SignedIn::user);
    }

    /// What this session is open under: another one once it is kept, see [#keep].
    public static Optional<Authentication> session() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
    }

    /// Keeps this session while its owner changes the password, which ends all others.
    ///
    /// @return to be told the mark that the account has and the one that it is about to have, on any thread
    public static BiConsumer<SessionMark, SessionMark> keep() {
        SecurityContext context = SecurityContextHolder.getContext();
        return (now, soon) -> Optional.ofNullable(context.getAuthentication())
                .flatMap(CurrentUser::signedIn)
                .filter(person -> person.ending(now).isEmpty())
                .map(person -> new SignedIn(person.user(), now, soon))
                .ifPresent(kept -> context.setAuthentication(PasswordSignIn.authenticated(kept)));
    }

    /// Why a session is over, if it is: it was opened under a password that is no longer the account's, or before its
    /// owner signed out everywhere. Any thread may call it; it waits for the database.
    public Optional<Ending> ending(Authentication session) {
        return signedIn(session).flatMap(person -> endingOf(person, users.mark(person.user())));
    }

    /// Whom the session of the moment belongs to, whatever became of the account.
    static Optional<SignedIn> signedIn() {
        return session().flatMap(CurrentUser::signedIn);
    }

    private static Optional<SignedIn> signedIn(Authentication session) {
        return session.getPrincipal() instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }

    /// @param mark of the account at this moment
    static Optional<Ending> endingOf(SignedIn person, Optional<SessionMark> mark) {
        // Who has no account any more is out as well.
        return mark.map(person::ending).orElseGet(() -> Optional.of(Ending.SIGNED_OUT_EVERYWHERE));
    }

    /// Whoever acts, where the filter chains let nobody else come.
    /// @throws AuthenticationCredentialsNotFoundException if nobody is signed in
    public Actor actor() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }
}
