package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {

    private static String refusal(String file) {
        ImportResult read = EnvironmentImport.read(file.getBytes(StandardCharsets.UTF_8), new Random(1));
        return ((ImportResult.Refused) read).message();
    }

    @ParameterizedTest
    @DisplayName("U102 what is wrong with a file is told in plain words")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ name: 1}                | a name in double quotes should stand where “n” is.",
                "{ \"name\": 1, }          | a name in double quotes should stand where “}” is.",
                "{ \"name\" 1}             | a colon should stand between a name and its value, where “1” is.",
                "{ \"name\": 1 \"a\": 2}   | a comma should stand before “\"”.",
                "{ \"name\": }             | a value should stand where “}” is.",
                "{ \"name\": abc }         | “abc” is no value. Texts stand in double quotes.",
                "{ \"name\": 1             | it ends too early: something that was opened is not closed.",
                "{ \"name\": [1 }          | “}” closes something else than was opened last.",
                "{ \"name\": \"a\\q\" }    | “\\q” means nothing in a text. Write two backslashes.",
                "{} {}                     | something follows after its end."
            })
    void json(String file, String words) {
        assertThat(refusal(file)).isEqualTo("The file is not valid JSON: " + words);
    }

    @ParameterizedTest
    @DisplayName("U102 what is wrong with a description in YAML is told in plain words")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openapi: 3.0.0\\npaths: [               | it ends where something should still follow.",
                "openapi: 3.0.0\\ninfo:\\n  a: 1\\n b: 2 | the indentation does not fit what stands above.",
                "openapi: 3.0.0\\ninfo: a: b             | a colon can't stand here. Put the text in quotes.",
                "openapi: 3.0.0\\ninfo: @a               | a text can't begin with “@”. Put it in quotes.",
                "openapi: 3.0.0\\ninfo: \"a              | a text that begins with a quote never ends."
            })
    void yaml(String file, String words) {
        assertThat(refusal(file.replace("\\n", "\n"))).isEqualTo("The file is not valid YAML: " + words);
    }
}
