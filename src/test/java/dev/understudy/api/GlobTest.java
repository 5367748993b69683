package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GlobTest {

    @Test
    @DisplayName("A47 a star of a path stands for anything, as a regular expression would have it")
    void stars() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab*");
            String text = text(random, "ab");
            String expression =
                    Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            assertThat(new Glob(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(Pattern.matches(expression, text));
        }
    }

    @Test
    @DisplayName("A47 many stars on a long path hold nobody up")
    void manyStars() {
        String path = "/" + "a".repeat(8_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String pattern : List.of("/*a*a*a*a*a*ab", "*a".repeat(2_000) + "b", "*".repeat(4_000) + "b")) {
                assertThat(new Glob(pattern).matches(path)).isFalse();
            }
        });
    }

    private static String text(Random random, String letters) {
        return random.ints(random.nextInt(8), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
