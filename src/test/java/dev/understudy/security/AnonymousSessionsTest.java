package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.UserId;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class AnonymousSessionsTest {

    private final AnonymousSessions sessions = new AnonymousSessions();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("P31 of sessions without a sign-in there are so many at most, and the oldest go")
    void bound() {
        MockHttpSession oldest = begin();
        MockHttpSession second = begin();
        for (int count = 2; count < AnonymousSessions.MOST; count++) {
            begin();
        }
        assertThat(oldest.isInvalid()).isFalse();
        begin();
        assertThat(oldest.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isFalse();
        assertThat(sessions.count()).isEqualTo(AnonymousSessions.MOST);
    }

    @Test
    @DisplayName("P31 the session of somebody who signs in lasts twelve hours and does not go for others")
    void signedIn() throws Exception {
        MockHttpSession session = begin();
        SecurityContextHolder.getContext().setAuthentication(TestSignIn.of(new UserId(UUID.randomUUID())));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionTimes(sessions).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(session.getMaxInactiveInterval()).isEqualTo(12 * 60 * 60);
        for (int count = 0; count <= AnonymousSessions.MOST; count++) {
            begin();
        }
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    @DisplayName("P31 a session that ended is not counted, one with another id once")
    void ended() {
        MockHttpSession session = begin();
        String before = session.getId();
        session.changeSessionId();
        sessions.sessionIdChanged(new HttpSessionEvent(session), before);
        assertThat(sessions.count()).isEqualTo(1);
        sessions.sessionDestroyed(new HttpSessionEvent(session));
        assertThat(sessions.count()).isZero();
    }

    private MockHttpSession begin() {
        MockHttpSession session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
