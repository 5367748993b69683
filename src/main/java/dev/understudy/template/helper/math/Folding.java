package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Calculating from the first argument to the last. What is no number is left out, unless it comes first.
final class Folding {

    private Folding() {}

    static JsValue fold(HelperCall call, DoubleBinaryOperator operator) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        double result = TextConversion.number(call.argument(0), call.budget());
        for (int i = 1; i < call.count(); i++) {
            double next = TextConversion.number(call.argument(i), call.budget());
            if (!Double.isNaN(next)) {
                result = operator.applyAsDouble(result, next);
            }
        }
        return new Num(result);
    }

    /// What an operator makes of the one argument; nothing without one.
    static JsValue apply(HelperCall call, DoubleUnaryOperator operator) throws TemplateException {
        return call.count() == 0
                ? Text.EMPTY
                : new Num(operator.applyAsDouble(TextConversion.number(call.argument(0), call.budget())));
    }
}
