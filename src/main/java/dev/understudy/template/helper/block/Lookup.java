package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// A value's own property: `{{lookup (array 'a' 'b') 1}} ⇒ b`.
final class Lookup implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() < 2) {
            throw new TemplateException("Cannot read properties of undefined (reading 'lookupProperty')");
        }
        JsValue value = call.argument(0);
        return Conversions.isTruthy(value) ? ObjectPath.own(value, Texts.of(call.argument(1), call.budget())) : value;
    }
}
