package dev.understudy.server;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the time and chance of the whole application come from; nothing else asks the system for them.
@Configuration(proxyBeanMethods = false)
class TimeAndChance {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Good enough for secrets, and so for everything.
    @Bean
    SecureRandom chance() {
        return new SecureRandom();
    }
}
