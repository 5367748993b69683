package dev.understudy.template.helper.math;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Call;
import java.util.function.DoubleBinaryOperator;

/// Calculating from the first argument to the last.
final class Folding {

    private Folding() {}

    static JsValue fold(Call call, DoubleBinaryOperator operator) {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        double result = Conversions.toNumber(call.argument(0));
        for (int i = 1; i < call.count(); i++) {
            double next = Conversions.toNumber(call.argument(i));
            if (!Double.isNaN(next)) {
                result = operator.applyAsDouble(result, next);
            }
        }
        return new Num(result);
    }
}
