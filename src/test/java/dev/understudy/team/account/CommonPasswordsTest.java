package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Password123",
                "Password1234!",
                "P@ssw0rd123",
                "p@$$w0rd2026!",
                "passwordpassword",
                "qwertyuiop",
                "QWERTYUIOP",
                "1q2w3e4r5t",
                "1qaz2wsx3edc",
                "1234567890",
                "0123456789",
                "9876543210",
                "12345678901",
                "123412341234",
                "iloveyou123",
                "welcome2026",
                "Summer2026!",
                "!!Winter2025",
                "administrator",
                "Administrator1",
                "letmein1234",
                "changeme123",
                "changemechangeme",
                "Understudy1!",
                "abcdefghij",
                "asdfghjkl1",
                "manchester",
                "Manchester1!"
            })
    @DisplayName("P35 what guessers try first is refused, and what people make of it")
    void common(String password) {
        assertThat(Registration.problemOfPassword(password, "ana@example.org")).contains(Refusal.PASSWORD_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "another one, longer",
                "a long password for ana",
                "Tr0ub4dor&3x",
                "xkT9!vbq2LpA",
                "27182818284590",
                "die katze im schnee",
                "my password is long",
                "пароль для Анны"
            })
    @DisplayName("P35 what is nobody else's is taken")
    void own(String password) {
        assertThat(Registration.problemOfPassword(password, "ana@example.org")).isEmpty();
    }
}
