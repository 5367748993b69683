package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsJsonTest {

    @Test
    @DisplayName("J3: JSON is read and printed as JavaScript does")
    void jsonIsReadAndPrintedAsJavaScriptDoes() {
        for (JsArray line : Lines.of("json.jsonl")) {
            String text = Lines.text(line, 0);
            Optional<JsValue> parsed = JsJson.parse(text);
            if (line.get(1) instanceof JsArray printed) {
                JsValue value = parsed.orElseThrow(() -> new AssertionError(text));
                assertThat(JsJson.print(value)).as(text).contains(Lines.text(printed, 0));
                assertThat(JsJson.print(value, 2)).as(text).contains(Lines.text(printed, 1));
            } else {
                assertThat(parsed).as(text).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("J3: undefined is left out of objects, and null in lists")
    void undefinedIsLeftOutOfObjectsAndNullInLists() {
        JsObject object = JsObject.builder()
                .set("a", Undefined.UNDEFINED)
                .set("b", JsArray.of(Undefined.UNDEFINED, Null.NULL))
                .build();
        assertThat(JsJson.print(object)).contains("{\"b\":[null,null]}");
        assertThat(JsJson.print(Undefined.UNDEFINED)).isEmpty();
    }

    @Test
    @DisplayName("J3: what JSON has no word for is printed as JavaScript does")
    void whatJsonHasNoWordForIsPrintedAsJavaScriptDoes() {
        assertThat(JsJson.print(JsArray.of(new Num(Double.NaN), new Num(Double.NEGATIVE_INFINITY))))
                .contains("[null,null]");
        assertThat(JsJson.print(JsArray.of(new Moment(0), new Moment(Double.NaN))))
                .contains("[\"1970-01-01T00:00:00.000Z\",null]");
        assertThat(JsJson.print(new SafeText("<b>"))).contains("{\"string\":\"<b>\"}");
        assertThatThrownBy(() -> JsJson.print(new Big(BigInteger.ONE)))
                .hasMessage("Do not know how to serialize a BigInt");
    }

    @Test
    @DisplayName("J4: JSON is 500 deep at most, read or printed")
    void jsonIsNotDeeperThanItsLimit() {
        String deep = "[".repeat(JsJson.MAX_DEPTH) + "]".repeat(JsJson.MAX_DEPTH);
        JsValue value = JsJson.parse(deep).orElseThrow();
        assertThat(JsJson.print(value)).contains(deep);
        assertThat(JsJson.parse("[" + deep + "]")).isEmpty();
        assertThat(JsJson.parse("{\"a\":".repeat(1_000_000))).isEmpty();
        assertThatThrownBy(() -> JsJson.print(JsObject.of(Map.of("a", value))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("J4: printing pays for each character before it is made")
    void printingPaysForEachCharacter() {
        long[] paid = {0};
        JsValue value = JsArray.of(new Text("\u0000".repeat(1_000)), JsObject.of(Map.of("name", new Num(1))));
        String text = JsJson.print(value, 2, steps -> paid[0] += steps).orElseThrow();
        assertThat(paid[0]).isGreaterThanOrEqualTo(text.length());
    }
}
