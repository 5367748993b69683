package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A value's own property: `{{lookup (array 'a' 'b') 1}} ⇒ b`.
final class Lookup implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue value = call.argumentOrOptions(0);
        if (!Conversions.isTruthy(value)) {
            return value;
        }
        if (call.count() != 2) {
            throw call.argument(2).isNullish()
                    ? ValueTypes.noFunction(call.argument(2), "options", "lookupProperty")
                    : new TemplateException("options.lookupProperty is not a function");
        }
        return ObjectPath.own(value, TextConversion.of(call.argument(1), call.budget()));
    }
}
