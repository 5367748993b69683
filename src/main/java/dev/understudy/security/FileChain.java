package dev.understudy.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// What pages are made of: scripts, styles, icons, the same for everybody. Who asks does not matter, and nothing is
/// said against keeping them.
@Configuration(proxyBeanMethods = false)
class FileChain {

    private static final RequestMatcher FILES =
            new OrRequestMatcher(files("/assets/**"), files("/VAADIN/build/**"), files("/VAADIN/static/**"));

    @Bean
    @Order(0)
    SecurityFilterChain files(HttpSecurity http) {
        http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ProtectiveHeaders::ofFiles);
        return http.build();
    }

    private static RequestMatcher files(String paths) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, paths);
    }
}
