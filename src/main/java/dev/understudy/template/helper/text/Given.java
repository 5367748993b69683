package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// Arguments as the helpers of this package read them.
final class Given {

    private Given() {}

    /// The text of an argument: of null, of what has an inside, and of a missing last argument nothing.
    static String text(HelperCall call, int index) throws TemplateException {
        JsValue value = call.argumentOrOptions(index);
        boolean nothing = value == Undefined.UNDEFINED || (ValueTypes.isObject(value) && !(value instanceof SafeText));
        return nothing ? "" : TextConversion.of(value, call.budget());
    }

    /// The text of an argument that must not be undefined.
    static String presentText(HelperCall call, int index) throws TemplateException {
        if (call.argumentOrOptions(index) == Undefined.UNDEFINED) {
            throw new TemplateException("Cannot read properties of undefined (reading 'toString')");
        }
        return text(call, index);
    }

    /// An argument as a number; empty if there is none, or one that has an inside.
    static Optional<Double> number(HelperCall call, int index) throws TemplateException {
        JsValue value = call.argumentOrOptions(index);
        boolean nothing = value == Undefined.UNDEFINED || (ValueTypes.isObject(value) && !(value instanceof SafeText));
        return nothing ? Optional.empty() : Optional.of(Numbers.parse(TextConversion.of(value, call.budget())));
    }

    /// A place in a text as JavaScript takes it: NaN is the beginning.
    static int place(double number, int length) {
        return Double.isNaN(number) ? 0 : (int) Math.max(-length, Math.min(length, number));
    }
}
