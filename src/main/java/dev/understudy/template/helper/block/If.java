package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block if a value is truthy, else what stands after the else: `{{#if 1}}yes{{else}}no{{/if}} ⇒ yes`. Safe texts
/// are always truthy; empty lists are not.
final class If extends BlockHelper {

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() != 1) {
            throw new TemplateException("#if requires exactly one argument");
        }
        if (holds(call)) {
            call.printBlock(call.context(), out);
        } else {
            call.printInverse(out);
        }
    }

    static boolean holds(HelperCall call) {
        JsValue value = call.argument(0);
        if (value instanceof Num(double number, var _) && number == 0) {
            return Conversions.isTruthy(call.named().get("includeZero"));
        }
        return !isEmpty(value);
    }

    /// Zero is not empty.
    static boolean isEmpty(JsValue value) {
        return value instanceof JsArray array
                ? array.size() == 0
                : !Conversions.isTruthy(value) && !(value instanceof Num(double number, var _) && number == 0);
    }
}
