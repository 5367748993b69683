package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SurrogatesTest {

    @Test
    @DisplayName("M69 half a character becomes the sign for what can't be read")
    void halves() {
        assertThat(Surrogates.whole("a\uD83Db\uDE00\uD83D")).isEqualTo("a\uFFFDb\uFFFD\uFFFD");
        assertThat(Surrogates.whole("\uDE00\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    @DisplayName("M69 whole characters stay")
    void pairs() {
        String text = "a\uD83D\uDE00é";
        assertThat(Surrogates.whole(text)).isSameAs(text);
    }
}
