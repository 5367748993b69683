package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OutagesTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/me");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    @DisplayName("A41 who can't be looked up for lack of a connection is told so, and when to try again")
    void outage() throws Exception {
        new Outages().doFilter(request, response, chain(new TransientDataAccessResourceException("jOOQ", pool())));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("\"unavailable\"").doesNotContain("jOOQ");
    }

    @Test
    @DisplayName("A41 so is who finds that out within the framework")
    void wrapped() throws Exception {
        new Outages().doFilter(request, response, chain(new IllegalStateException(pool())));
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    @DisplayName("A41 a mistake is no outage")
    void mistake() {
        assertThatThrownBy(() -> new Outages().doFilter(request, response, chain(new IllegalStateException("bug"))))
                .hasMessage("bug");
        SQLException refused = new SQLException("no such column", "42703");
        assertThatThrownBy(() -> new Outages().doFilter(request, response, chain(new IllegalStateException(refused))))
                .hasCause(refused);
    }

    private static Exception pool() {
        return new SQLTransientConnectionException("Connection is not available");
    }

    private static FilterChain chain(RuntimeException failure) {
        return (_, _) -> {
            throw failure;
        };
    }

    @Test
    @DisplayName("A41 an answer that has begun is left alone")
    void committed() {
        response.setCommitted(true);
        assertThatThrownBy(() -> new Outages().doFilter(request, response, (_, _) -> {
                    throw new ServletException(pool());
                }))
                .isInstanceOf(ServletException.class);
    }
}
