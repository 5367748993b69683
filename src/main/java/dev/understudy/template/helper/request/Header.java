package dev.understudy.template.helper.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// A header of the request: `{{header 'Accept'}} ⇒ text/plain`, `{{header 'X-None' 'no'}} ⇒ no`.
final class Header implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue otherwise = call.argumentOrOptions(1);
        if (ValueTypes.isObject(otherwise)) {
            otherwise = Text.EMPTY;
        }
        JsValue name = call.argumentOrOptions(0);
        if (ValueTypes.isObject(name)) {
            return call.count() == 0 ? Undefined.UNDEFINED : otherwise;
        }
        if (!Conversions.isTruthy(name)) {
            throw new TemplateException("name argument is required to req.get");
        }
        if (!(name instanceof Text(String text))) {
            throw new TemplateException("name must be a string to req.get");
        }
        Optional<String> value = Requests.of(call).header(text);
        return value.isPresent() && !value.get().isEmpty() ? new Text(value.get()) : otherwise;
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
