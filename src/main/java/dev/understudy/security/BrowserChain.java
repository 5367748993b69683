package dev.understudy.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.understudy.team.account.SignIn;
import dev.understudy.team.account.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// What people come to with a browser. Views say by annotation whether they are for everybody or for who is signed in.
@Configuration(proxyBeanMethods = false)
class BrowserChain {

    private static final String LOGIN = "/login";

    private final StayingSignedIn staying;
    private final SignIn signIn;
    private final Users users;
    private final SessionMarks marks;
    private final RequestUtil vaadin;
    private final AnonymousSessions anonymous;

    @SuppressWarnings("NullAway") // null is how this setter says "no parameter"; its annotation has not heard of it
    BrowserChain(
            StayingSignedIn staying,
            SignIn signIn,
            Users users,
            SessionMarks marks,
            RequestUtil vaadin,
            AnonymousSessions anonymous,
            VaadinDefaultRequestCache wanted) {
        HttpSessionRequestCache session = new HttpSessionRequestCache();
        session.setMatchingRequestParameterName(null);
        session.setSessionAttrName(WantedPage.ATTRIBUTE);
        // What is no page of ours is not worth a session.
        session.setRequestMatcher(request -> request.getMethod().equals("GET") && vaadin.isSecuredFlowRoute(request));
        wanted.setDelegateRequestCache(session);
        this.staying = staying;
        this.signIn = signIn;
        this.users = users;
        this.marks = marks;
        this.vaadin = vaadin;
        this.anonymous = anonymous;
    }

    /// Vaadin's own requests are left to its own token against forgery; the form of the login is not, unlike Vaadin
    /// would have it, since signing somebody in as another is an attack as well.
    @Bean
    @Order(3)
    SecurityFilterChain browser(HttpSecurity http) {
        http.authenticationProvider(new RememberMeAuthenticationProvider(StayingSignedIn.KEY))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/assets/**", "/error").permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .headers(ProtectiveHeaders::ofBrowsers)
                .addFilterAfter(new EndedSessions(users, marks, anonymous), RememberMeAuthenticationFilter.class)
                .addFilterAfter(new SessionTimes(anonymous), EndedSessions.class)
                .addFilterAfter(new MessageSizes(), SessionTimes.class)
                .rememberMe(remember -> remember.rememberMeServices(staying).key(StayingSignedIn.KEY))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        configurer -> configurer
                                .loginView(LOGIN, LOGIN)
                                .enableCsrfConfiguration(false)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                                .addLogoutHandler(staying)
                                .addLogoutHandler(this::loggedOut))
                .formLogin(form -> form.authenticationDetailsSource(PasswordSignIn.Origin::of)
                        .failureHandler(BrowserChain::failed))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(BrowserChain::denied));
        return http.build();
    }

    private void loggedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            signIn.signedOut(person.user());
        }
    }

    /// A login whose token is no longer good was on the screen for too long; nothing else is worth an explanation.
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        if (denial instanceof CsrfException && request.getServletPath().equals(LOGIN)) {
            response.sendRedirect(request.getContextPath() + LOGIN + "?again");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /// Back to the form, with the reason in the address: it says nothing that whoever typed it does not know.
    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof TooManyAttempts tooMany ? "?wait=" + tooMany.waitSeconds() : "?error";
        response.sendRedirect(request.getContextPath() + LOGIN + reason);
    }
}
