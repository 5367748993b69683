package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private static final String PASSWORD = "correct horse";

    @Test
    @DisplayName("P12 blanks around address and name are dropped, those of the password stay")
    void stripped() {
        Registration registration = new Registration(" ana@example.org ", " Ana ", "  correct horse ");
        assertThat(registration.problem()).isEmpty();
        assertThat(registration).isEqualTo(new Registration("ana@example.org", "Ana", "  correct horse "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.org",
                "ana@",
                "a na@example.org",
                "ana@exa@mple",
                "a\0na@example.org",
                "\uD800@example.org"
            })
    @DisplayName("P12 what is no address is refused")
    void addresses(String email) {
        assertThat(new Registration(email, "Ana", PASSWORD).problem()).contains(Refusal.EMAIL_INVALID);
    }

    @Test
    @DisplayName("P12 an address has at most 254 characters")
    void longAddress() {
        String domain = "@example.org";
        String local = "a".repeat(Registration.LONGEST_EMAIL - domain.length());
        assertThat(new Registration(local + domain, "Ana", PASSWORD).problem()).isEmpty();
        assertThat(new Registration("a" + local + domain, "Ana", PASSWORD).problem())
                .contains(Refusal.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "A\0na", "A\nna", "Ana\uDC00"})
    @DisplayName("P12 a name has something to see and nothing that cannot be shown")
    void names(String name) {
        assertThat(new Registration("ana@example.org", name, PASSWORD).problem())
                .contains(Refusal.NAME_INVALID);
    }

    @Test
    @DisplayName("P12 a name has at most 100 characters")
    void longName() {
        String longest = "a".repeat(Registration.LONGEST_NAME);
        assertThat(Registration.problemOfName(longest)).isEmpty();
        assertThat(Registration.problemOfName(longest + "a")).contains(Refusal.NAME_INVALID);
    }

    @Test
    @DisplayName("P13 a password has 10 to 200 characters")
    void lengths() {
        assertThat(problem("abcdefghi")).isEqualTo(Refusal.PASSWORD_TOO_SHORT);
        assertThat(problem("abkdefgzij")).isNull();
        assertThat(problem("abxd".repeat(50))).isNull();
        assertThat(problem("abcd".repeat(50) + "e")).isEqualTo(Refusal.PASSWORD_TOO_LONG);
        assertThat(problem("🐢".repeat(9))).isEqualTo(Refusal.PASSWORD_TOO_SHORT);
    }

    @Test
    @DisplayName("P13 a password is neither the address nor one sign over and over")
    void easy() {
        assertThat(problem("Ana@Example.org")).isEqualTo(Refusal.PASSWORD_TOO_EASY);
        assertThat(problem("aaaaaaaaaaaa")).isEqualTo(Refusal.PASSWORD_TOO_EASY);
    }

    private static Refusal problem(String password) {
        return Registration.problemOfPassword(password, "ana@example.org").orElse(null);
    }
}
