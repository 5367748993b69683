package dev.understudy.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How passwords are kept: Argon2id, with its name and parameters in front of each hash, so that stronger ones can be
/// taken later without anybody having to choose a new password.
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    /// The second row of OWASP's table for Argon2id: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        var named = new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2));
        named.setDefaultPasswordEncoderForMatches(argon2);
        return named;
    }
}
