package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("J6: values become texts, numbers and truths as JavaScript makes them")
class ConversionsTest {

    @Test
    void valuesConvertAsInJavaScript() {
        for (JsArray line : Lines.of("conversions.jsonl")) {
            JsValue value = line.get(0);
            assertThat(Conversions.toText(value)).as(line.toString()).isEqualTo(Lines.text(line, 1));
            assertThat(Numbers.print(Conversions.toNumber(value)))
                    .as(line.toString())
                    .isEqualTo(Lines.text(line, 2));
            assertThat(Conversions.isTruthy(value)).as(line.toString()).isEqualTo(line.get(3) == Bool.TRUE);
        }
    }

    @Test
    void whatJsonCanNotHoldConvertsAsInJavaScript() {
        check(Undefined.UNDEFINED, "undefined", "NaN", false);
        check(new Num(Double.NaN), "NaN", "NaN", false);
        check(new Num(-0.0), "0", "0", false);
        check(new Num(Double.NEGATIVE_INFINITY), "-Infinity", "-Infinity", true);
        check(new Big(BigInteger.ZERO), "0", "0", false);
        check(new Big(BigInteger.TWO.pow(64)), "18446744073709551616", "18446744073709552000", true);
        check(new Moment(0), "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)", "0", true);
        check(new Moment(Double.NaN), "Invalid Date", "NaN", true);
        check(new SafeText(""), "", "0", true);
        check(new SafeText("12"), "12", "12", true);
        check(JsArray.of(Undefined.UNDEFINED, Null.NULL, new Text("x")), ",,x", "NaN", true);
        check(JsArray.of(new Moment(Double.NaN)), "Invalid Date", "NaN", true);
    }

    private static void check(JsValue value, String text, String number, boolean truth) {
        assertThat(Conversions.toText(value)).isEqualTo(text);
        assertThat(Numbers.print(Conversions.toNumber(value))).as(text).isEqualTo(number);
        assertThat(Conversions.isTruthy(value)).as(text).isEqualTo(truth);
    }
}
