package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;
import dev.understudy.template.helper.Types;

/// A value's own property: `{{lookup (array 'a' 'b') 1}} ⇒ b`.
final class Lookup implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        JsValue value = call.argumentOrOptions(0);
        if (!Conversions.isTruthy(value)) {
            return value;
        }
        if (call.count() != 2) {
            throw call.argument(2).isNullish()
                    ? Types.noFunction(call.argument(2), "options", "lookupProperty")
                    : new TemplateException("options.lookupProperty is not a function");
        }
        return ObjectPath.own(value, Texts.of(call.argument(1), call.budget()));
    }
}
