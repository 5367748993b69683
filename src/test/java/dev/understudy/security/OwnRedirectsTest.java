package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "http://evil.example/profile, /profile",
        "https://evil.example:1234/a?b=c#d, /a?b=c#d",
        "http://evil.example, /",
        "http://evil.example?x, /?x",
        "//evil.example/a, /a",
        "http://localhost//evil.example/a, /evil.example/a",
        "'/\\evil.example', /",
        "/login?error, /login?error",
        "login, login"
    })
    @DisplayName("P33 a redirect has no host")
    void paths(String location, String path) {
        assertThat(OwnRedirects.path(location)).isEqualTo(path);
    }
}
