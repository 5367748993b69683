package dev.understudy.template.faker;

import static dev.understudy.CpuLimit.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("J58: no call of the faker takes long, or makes much, whatever it is given")
class FakerLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final int LENGTH = 1_000_000;

    /// The length of the text that was made, or 0.
    private static int called(String method, List<JsValue> arguments) {
        Budget budget = new Budget(Budget.MAX_STEPS / 10, Budget.MAX_CHARACTERS / 10);
        LocaleFaker faker = new LocaleFaker("en", new Random(1), CLOCK);
        int length = 0;
        try {
            for (int turn = 0; turn < 10_000; turn++) {
                budget.step(200);
                JsValue made = faker.call(method, arguments, budget).orElse(Text.EMPTY);
                length = Math.max(length, Conversions.toText(made).length());
            }
        } catch (TemplateException refused) {
            assertThat(refused.getMessage()).doesNotContain("Exception");
        }
        return length;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            helpers.fake                     | {{
            helpers.fake                     | {{a
            helpers.mustache                 | {{
            helpers.mustache                 | }}{{
            helpers.fromRegExp               | [
            helpers.fromRegExp               | a{
            helpers.fromRegExp               | [^a-z]{9}
            helpers.replaceCreditCardSymbols | [
            helpers.replaceSymbols           | #
            helpers.slugify                  | ä.
            string.fromCharacters            | ab
            number.bigInt                    | 9
            internet.email                   | .
            """)
    void longTexts(String method, String piece) {
        Text text = new Text(piece.repeat(LENGTH / piece.length()));
        JsValue options = JsObject.of(Map.of(
                "max", text, "firstName", text, "lastName", text, "length", new Num(1e9), "min", text, "count", text));
        assertWithin(LONG, () -> {
            assertThat(called(method, List.of(text))).isLessThan(10_000_000);
            assertThat(called(method, List.of(options))).isLessThan(10_000_000);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number.bigInt         | {"max":"1e999999999"}
            number.bigInt         | {"max":1e308,"min":-1e308}
            number.int            | {"max":1e308,"min":-1e308,"multipleOf":1e-308}
            number.float          | {"fractionDigits":1e9}
            number.romanNumeral   | {"max":1e300}
            string.alpha          | {"length":1e9}
            string.alpha          | 1e9
            string.sample         | 1e9
            lorem.paragraphs      | 1e9
            lorem.words           | {"min":1e9,"max":1e9}
            word.words            | {"count":{"min":1,"max":1e9}}
            helpers.multiple      | {"count":1e9}
            date.betweens         | {"from":0,"to":1,"count":1e9}
            helpers.fromRegExp    | "[\\u0000-\\u2000]{999999}"
            helpers.rangeToNumber | {"min":1e300,"max":1e301}
            finance.amount        | {"min":1e300,"max":1e308,"dec":20}
            finance.amount        | {"dec":1e9}
            commerce.price        | {"dec":1e9}
            image.dataUri         | {"width":1e9,"height":1e9}
            internet.password     | {"length":1e9}
            """)
    void hugeNumbers(String method, String argument) {
        JsValue given = JsJson.parse(argument).orElseThrow();
        assertWithin(LONG, () -> assertThat(called(method, List.of(given))).isLessThan(1_000_000));
    }

    @Test
    void listsThatShareTheirItems() {
        JsValue shared = JsArray.of(new Num(1));
        for (int turn = 0; turn < 20; turn++) {
            shared = JsArray.of(shared, shared);
        }
        JsValue list = shared;
        JsValue options = JsObject.of(Map.of(
                "symbol",
                list,
                "exclude",
                list,
                "types",
                list,
                "count",
                list,
                "min",
                list,
                "max",
                list,
                "refDate",
                list,
                "origin",
                JsArray.of(list, list),
                "length",
                list));
        assertWithin(LONG, () -> {
            for (String method : List.of(
                    "helpers.fake",
                    "helpers.mustache",
                    "helpers.slugify",
                    "helpers.multiple",
                    "string.fromCharacters",
                    "string.alpha",
                    "finance.amount",
                    "commerce.price",
                    "internet.httpStatusCode",
                    "location.nearbyGPSCoordinate",
                    "date.past",
                    "number.int",
                    "number.bigInt")) {
                called(method, List.of(list));
                called(method, List.of(options));
            }
        });
    }
}
