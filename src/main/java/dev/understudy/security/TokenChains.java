package dev.understudy.security;

import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.Actor;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.team.account.Throttle;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/// What programs may come to: the API, and what an operator's tools read. They show who they are by an access token
/// and by nothing else, so no cookie of a browser can be made to act here.
@Configuration(proxyBeanMethods = false)
class TokenChains {

    private final TokenFilter tokens;
    private final Accesses accesses;

    TokenChains(AccessTokens tokens, Accesses accesses, Clock clock) {
        this.tokens = new TokenFilter(tokens, new Throttle(clock, TokenFilter.FREE_BAD_TOKENS));
        this.accesses = accesses;
    }

    /// What each filter and check takes is measured nowhere: requests are, as wholes.
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /// The description of the API and the read-only links, which carry a secret of their own, need no token.
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) {
        http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi.json", "/api/v1/links/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return byToken(http);
    }

    /// Health is for everybody, without details; metrics are for owners of a team, by a token for managing it.
    @Bean
    @Order(2)
    SecurityFilterChain actuator(HttpSecurity http) {
        http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(this::ofAnOwner)
                        .anyRequest()
                        .denyAll());
        return byToken(http);
    }

    private SecurityFilterChain byToken(HttpSecurity http) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(ProtectiveHeaders::ofPrograms)
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, cause) ->
                                Refusals.unauthorized(response, "Send an access token: Authorization: Bearer us_…"))
                        .accessDeniedHandler((request, response, cause) ->
                                Refusals.forbidden(response, "This access token does not allow that.")))
                .build();
    }

    private AuthorizationDecision ofAnOwner(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        Authentication caller = authentication.get();
        return new AuthorizationDecision(caller != null
                && caller.getPrincipal() instanceof Actor actor
                && accesses.teams(actor).stream().anyMatch(team -> team.allows(Action.MANAGE_TEAM)));
    }
}
