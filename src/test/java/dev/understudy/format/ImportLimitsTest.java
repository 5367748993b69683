package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportLimitsTest {

    @Test
    @DisplayName("F19 a file over its limit is refused with the limit and its size")
    void fileSize() {
        byte[] file = " ".repeat(JsonText.MAX_FILE_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(MockoonImport.read(file, Fixture.ids()))
                .isInstanceOfSatisfying(
                        ImportResult.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains(number(JsonText.MAX_FILE_BYTES), number(JsonText.MAX_FILE_BYTES + 1)));
    }

    @Test
    @DisplayName("F19 an environment over its limit is refused with the limit")
    void environmentSize() {
        String body = "x".repeat(Limits.MAX_LONG_TEXT);
        String response = "{'body':'" + body + "'}";
        String file = current("'routes':[{'responses':[%s,%s,%s]}]".formatted(response, response, response));
        ImportResult.Refused refused = refused(file);
        assertThat(refused.message()).contains(number(Limits.MAX_ENVIRONMENT_BYTES));
        assertThat(imported(current("'routes':[{'responses':[%s,%s]}]".formatted(response, response)))
                        .problems())
                .isEmpty();
    }

    @Test
    @DisplayName("F19 a text over the limit of its field is refused with the limit, its length and its place")
    void textLength() {
        ImportResult.Refused longText =
                refused(current("'routes':[{'responses':[{'body':'" + "x".repeat(Limits.MAX_LONG_TEXT + 1) + "'}]}]"));
        assertThat(longText.place()).isEqualTo("/routes/0/responses/0/body");
        assertThat(longText.message()).contains(number(Limits.MAX_LONG_TEXT), number(Limits.MAX_LONG_TEXT + 1));
        ImportResult.Refused shortText =
                refused(current("'headers':[{'key':'" + "x".repeat(Limits.MAX_SHORT_TEXT + 1) + "'}]"));
        assertThat(shortText.place()).isEqualTo("/headers/0/key");
        assertThat(imported(current("'headers':[{'key':'" + "x".repeat(Limits.MAX_SHORT_TEXT) + "'}]"))
                        .problems())
                .isEmpty();
    }

    @Test
    @DisplayName("F19 more nodes than the limit are refused, the limit itself is taken")
    void nodes() {
        String most = "{},".repeat(Limits.MAX_NODES - 2) + "{}";
        assertThat(imported(current("'headers':[" + most + "]")).environment().size())
                .isEqualTo(Limits.MAX_NODES);
        ImportResult.Refused refused = refused(current("'headers':[" + most + ",{}]"));
        assertThat(refused.place()).isEqualTo("/headers/" + (Limits.MAX_NODES - 1));
        assertThat(refused.message()).contains(number(Limits.MAX_NODES));
    }

    @Test
    @DisplayName("F19 objects and lists nested deeper than the limit are refused in words")
    void nesting() {
        int deep = JsonText.MAX_NESTING;
        ImportResult.Refused refused = refused("[".repeat(deep + 1) + "]".repeat(deep + 1));
        assertThat(refused.message()).contains(String.valueOf(deep)).doesNotContain("StreamReadConstraints", "`");
        String most = "[".repeat(deep - 1) + "]".repeat(deep - 1);
        RoundTrip.isStable(Fixture.json(current("'x':" + most)));
    }

    @Test
    @DisplayName("F19 a number of thousands of digits is refused in words")
    void longNumber() {
        ImportResult.Refused refused = refused(current("'x':" + "1".repeat(5000)));
        assertThat(refused.message()).contains("number").doesNotContain("StreamReadConstraints");
    }

    private static String number(long value) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", value);
    }
}
