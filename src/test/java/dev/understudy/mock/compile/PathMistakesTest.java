package dev.understudy.mock.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.mock.path.PathPattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMistakesTest {

    @ParameterizedTest
    @DisplayName("U102 why a path can't be read is said in plain words")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "orders{/:id | A { is never closed: write } where the optional part ends.",
                "orders}     | In paths } has a meaning of its own: write \\} for the sign itself.",
                "orders/:/x  | After : and * stands a name, as in :id. Write \\: or \\* for the sign itself.",
                ":\"id       | A name in quotes has no end: write \" where it ends.",
                ":a:b        | Two parameters touch each other: write something between them, such as a slash."
            })
    void sentences(String path, String sentence) {
        String reason = ((PathPattern.Parsing.Malformed) PathPattern.parse("", path)).reason();
        assertThat(PathMistakes.sentence(reason)).isEqualTo(sentence);
    }
}
