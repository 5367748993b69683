package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.SessionMark.Ending;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class KeptSessionTest {

    private static final SessionMark BEFORE = new SessionMark("before", 0);
    private static final SessionMark AFTER = new SessionMark("after", 0);

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(PasswordSignIn.authenticated(new SignedIn(new UserId(UUID.randomUUID()), BEFORE)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("P40 the session in which a password is changed is open before that is done, meanwhile and afterwards")
    void kept() {
        assertThat(session().ending(AFTER)).contains(Ending.PASSWORD_CHANGED);
        CurrentUser.keep().accept(BEFORE, AFTER);
        assertThat(session().ending(BEFORE)).isEmpty();
        assertThat(session().ending(AFTER)).isEmpty();
    }

    @Test
    @DisplayName("P40 it ends by the next change that somebody else makes, and by signing out everywhere")
    void ends() {
        CurrentUser.keep().accept(BEFORE, AFTER);
        assertThat(session().ending(new SessionMark("another", 0))).contains(Ending.PASSWORD_CHANGED);
        assertThat(session().ending(new SessionMark("after", 1))).contains(Ending.SIGNED_OUT_EVERYWHERE);
        assertThat(session().ending(new SessionMark("before", 1))).contains(Ending.SIGNED_OUT_EVERYWHERE);
        CurrentUser.keep().accept(AFTER, new SessionMark("later", 0));
        assertThat(session().ending(BEFORE)).contains(Ending.PASSWORD_CHANGED);
    }

    @Test
    @DisplayName("P42 a session that is over is not kept by a change of the password")
    void over() {
        CurrentUser.keep().accept(new SessionMark("another", 0), AFTER);
        assertThat(session().ending(AFTER)).contains(Ending.PASSWORD_CHANGED);
    }

    private static SignedIn session() {
        return CurrentUser.signedIn().orElseThrow();
    }
}
