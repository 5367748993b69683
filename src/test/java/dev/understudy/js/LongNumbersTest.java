package dev.understudy.js;

import static dev.understudy.CpuLimit.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsValue.Text;
import dev.understudy.js.jmespath.JmesPath;
import dev.understudy.js.path.JsonPath;
import dev.understudy.js.schema.JsonSchema;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of which JavaScript's keep only a part.
class LongNumbersTest {

    private static final Effort<RuntimeException> ENDLESS = steps -> {};
    private static final String IDS =
            "{\"list\":[{\"id\":1945044589271781376,\"n\":\"a\"},{\"id\":1945044589271781377,\"n\":\"b\"}]}";

    private static JsValue json(String text) {
        return JsJson.parse(text).orElseThrow();
    }

    private static String print(JsValue value) {
        return JsJson.print(value).orElse("undefined");
    }

    @ParameterizedTest
    @DisplayName("J60: a number that JavaScript's would change is printed as it was written")
    @ValueSource(
            strings = {
                "1945044589271781376",
                "-1945044589271781376",
                "9007199254740993",
                "123456789012345678901234567890",
                "12345678901234567890.50",
                "0.1234567890123456789",
                "9007199254740993.5",
                "1e400",
                "-1E-400",
                "1.00000000000000000001e2",
            })
    void whatJavaScriptWouldChangeIsPrintedAsItWasWritten(String number) {
        assertThat(print(json("[" + number + "]"))).isEqualTo("[" + number + "]");
        assertThat(Conversions.toText(json(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @DisplayName("J60: a number that JavaScript's can hold is printed as JavaScript does")
    @CsvSource({
        "1.10, 1.1",
        "-0, 0",
        "1e2, 100",
        "1.0e-7, 1e-7",
        "9007199254740992, 9007199254740992",
        "9007199254740993000, 9007199254740993000",
        "1945044589271781400, 1945044589271781400",
        "10000000000000000000000, 1e+22",
        "0.30000000000000004, 0.30000000000000004",
        "1.0000000000000000000000, 1",
        "0.00000000000000000000, 0",
        "0e999, 0",
    })
    void whatJavaScriptHoldsIsPrintedAsJavaScriptDoes(String number, String printed) {
        assertThat(print(json(number))).isEqualTo(printed);
    }

    @Test
    @DisplayName("J61: numbers are the same if all of their digits mean the same")
    void numbersAreTheSameIfAllTheirDigitsMeanTheSame() {
        JsValue one = json("1945044589271781376");
        JsValue next = json("1945044589271781377");
        JsValue again = json("1945044589271781376.0");
        JsValue rounded = json("1945044589271781400");
        assertThat(Comparison.isSame(one, again)).isTrue();
        assertThat(one).isEqualTo(again).hasSameHashCodeAs(again);
        assertThat(Comparison.isSame(one, next)).isFalse();
        assertThat(Comparison.isSame(one, rounded)).isFalse();
        assertThat(Comparison.isAlike(json("[1945044589271781376]"), json("[1945044589271781377]"), ENDLESS))
                .isFalse();
        assertThat(Comparison.isLooselySame(one, new Text("1945044589271781376")))
                .isTrue();
        assertThat(Comparison.isLooselySame(one, new Text("1945044589271781377")))
                .isFalse();
        assertThat(Comparison.isLooselySame(json("1e400"), new Text("10e399"))).isTrue();
        assertThat(Comparison.isLooselySame(json("1e400"), new Text("Infinity")))
                .isFalse();
    }

    @Test
    @DisplayName("J62: order and truth are those of JavaScript's number")
    void orderAndTruthAreThoseOfJavaScriptsNumber() {
        JsValue one = json("1945044589271781376");
        assertThat(Comparison.order(one, json("1945044589271781377"))).isEqualTo(Comparison.Order.SAME);
        assertThat(Comparison.order(one, json("1945044589271791377"))).isEqualTo(Comparison.Order.LESS);
        assertThat(Conversions.toNumber(one)).isEqualTo(1.9450445892717814e18);
        assertThat(Conversions.isTruthy(one)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("J63: paths and expressions find by all digits, and find all digits")
    @CsvSource(
            delimiter = '|',
            value = {
                "$.list[?(@.id == 1945044589271781377)].n | b",
                "$.list[?(@.id === 1945044589271781376)].n | a",
                "$.list[?(@.id == '1945044589271781377')].n | b",
                "$.list[1].id | 1945044589271781377",
            })
    void jsonPathsFindByAllDigits(String path, String found) throws JsException {
        assertThat(Conversions.toText(JsonPath.parse(path).find(json(IDS), ENDLESS)))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @DisplayName("J63: JMESPaths find by all digits, and find all digits")
    @CsvSource(
            delimiter = '|',
            value = {
                "list[?id == `1945044589271781377`].n | [\"b\"]",
                "list[?id != `1945044589271781377`].n | [\"a\"]",
                "contains(list[].id, `1945044589271781378`) | false",
                "contains(list[].id, `1945044589271781377`) | true",
                "list[*].id | [1945044589271781376,1945044589271781377]",
                "to_string(list[0].id) | \"1945044589271781376\"",
                "to_number('1945044589271781377') | 1945044589271781377",
                "-list[0].id | -1945044589271781376",
                "list[0].id + `0` | 1945044589271781400",
            })
    void jmesPathsFindByAllDigits(String path, String found) {
        assertThat(print(JmesPath.parse(path).find(json(IDS), ENDLESS))).isEqualTo(found);
    }

    @ParameterizedTest
    @DisplayName("J64: a schema compares all digits")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"const\":1945044589271781376} | 1945044589271781376 | true",
                "{\"const\":1945044589271781376} | 1945044589271781377 | false",
                "{\"enum\":[1945044589271781376]} | 1945044589271781377 | false",
                "{\"uniqueItems\":true} | [1945044589271781376,1945044589271781377] | true",
                "{\"type\":\"integer\"} | 9007199254740993.5 | false",
                "{\"type\":\"integer\"} | 12345678901234567890 | true",
                "{\"type\":\"number\"} | 1e400 | true",
            })
    void aSchemaComparesAllDigits(String schema, String value, boolean valid) {
        assertThat(JsonSchema.read(json(schema)).orElseThrow().isValid(json(value), ENDLESS))
                .isEqualTo(valid);
    }

    @Test
    @DisplayName("J65: digits count as much as characters of a text, and reading them takes no longer")
    void digitsCountAsMuchAsCharacters() {
        String digits = "1".repeat(1_000_000);
        assertWithin(Duration.ofSeconds(10), () -> {
            JsValue list = json("[" + digits + ",0." + digits + "," + digits + "e" + digits + "]");
            assertThat(list.weight()).isGreaterThan(4_000_000);
            assertThat(Comparison.isAlike(list, json(print(list)), ENDLESS)).isTrue();
        });
        assertThat(json("[12345]").weight()).isEqualTo(2 * JsValue.WEIGHT);
        assertThat(JsObject.of(Map.of("a", json("1945044589271781376"))).weight())
                .isEqualTo(3 * JsValue.WEIGHT + 1 + 19);
    }
}
