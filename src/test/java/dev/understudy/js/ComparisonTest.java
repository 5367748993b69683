package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.Comparison.Order;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    @DisplayName("J5: values compare as JavaScript's ==, ===, < and > do")
    void valuesCompareAsInJavaScript() {
        for (JsArray line : Lines.of("comparison.jsonl")) {
            JsValue left = line.get(0);
            JsValue right = JsJson.print(line.get(1)).equals(JsJson.print(left)) ? left : line.get(1);
            Order order = Comparison.order(left, right);
            String found = bit(Comparison.isLooselySame(left, right))
                    + bit(Comparison.isSame(left, right))
                    + bit(order == Order.LESS)
                    + bit(order == Order.GREATER);
            assertThat(found).as(line.toString()).isEqualTo(Lines.text(line, 2));
        }
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }

    @Test
    @DisplayName("J5: an object is the same only as itself, and NaN as nothing")
    void anObjectIsTheSameOnlyAsItself() {
        JsArray list = JsArray.of(new Num(1));
        assertThat(Comparison.isSame(list, list)).isTrue();
        assertThat(Comparison.isSame(list, JsArray.of(new Num(1)))).isFalse();
        assertThat(Comparison.isLooselySame(list, JsArray.of(new Num(1)))).isFalse();
        assertThat(Comparison.isSame(new Moment(0), new Moment(0))).isFalse();
        assertThat(Comparison.isSame(new SafeText("a"), new Text("a"))).isFalse();
        assertThat(Comparison.isLooselySame(new SafeText("a"), new Text("a"))).isTrue();
        Num notANumber = new Num(Double.NaN);
        assertThat(Comparison.isSame(notANumber, notANumber)).isFalse();
        assertThat(Comparison.isLooselySame(notANumber, notANumber)).isFalse();
        assertThat(Comparison.order(notANumber, new Num(0))).isEqualTo(Order.NONE);
    }

    @Test
    @DisplayName("J5: undefined, dates, big numbers and the two zeros compare as in JavaScript")
    void whatJsonCanNotHoldComparesAsInJavaScript() {
        assertThat(Comparison.isLooselySame(Undefined.UNDEFINED, Null.NULL)).isTrue();
        assertThat(Comparison.isSame(Undefined.UNDEFINED, Null.NULL)).isFalse();
        assertThat(Comparison.order(Undefined.UNDEFINED, new Num(0))).isEqualTo(Order.NONE);
        assertThat(Comparison.order(new Moment(1), new Moment(2))).isEqualTo(Order.LESS);
        assertThat(Comparison.isSame(new Big(BigInteger.ONE), new Big(BigInteger.ONE)))
                .isTrue();
        assertThat(Comparison.isSame(new Big(BigInteger.ONE), new Num(1))).isFalse();
        assertThat(Comparison.isLooselySame(new Big(BigInteger.ONE), new Num(1)))
                .isTrue();
        assertThat(Comparison.isSame(new Num(0.0), new Num(-0.0))).isTrue();
    }
}
