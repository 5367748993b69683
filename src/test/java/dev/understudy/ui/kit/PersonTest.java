package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"Ana, AN", "Ana María Díaz, AD", "  x , X", "李雷, 李雷", "😀 b, 😀B"})
    @DisplayName("U18 a person has two letters")
    void initials(String name, String letters) {
        assertThat(new Person(name, 0, false).initials()).isEqualTo(letters);
    }

    @Test
    @DisplayName("U19 every number is a colour of the palette, and the reader has the accent")
    void colours() {
        assertThat(Person.css(0)).isEqualTo("var(--p1)");
        assertThat(Person.css(8)).isEqualTo("var(--p1)");
        assertThat(Person.css(-1)).isEqualTo("var(--p8)");
        assertThat(new Person("Ana", 3, true).css()).isEqualTo("var(--accent)");
    }
}
