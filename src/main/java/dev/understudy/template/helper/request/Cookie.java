package dev.understudy.template.helper.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A cookie of the request: `{{cookie 'sid'}} ⇒ c1`, `{{cookie 'none' 'no'}} ⇒ no`.
final class Cookie implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue otherwise = call.argumentOrOptions(1);
        JsValue value = Requests.of(call).cookies().get(TextConversion.of(call.argumentOrOptions(0), call.budget()));
        if (Conversions.isTruthy(value)) {
            return value;
        }
        return ValueTypes.isObject(otherwise) ? Text.EMPTY : otherwise;
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
