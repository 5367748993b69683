package dev.understudy.template.helper.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.scope.TemplateException;

/// The parsed body of the request, or what stands at a path in it, as a value: `{{len (bodyRaw 'tags')}} ⇒ 2`.
final class BodyRaw implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue otherwise = Requests.otherwise(call, 1);
        JsValue body = Requests.of(call).body();
        return Conversions.isTruthy(body) ? Paths.findByText(body, call, 0, otherwise) : otherwise;
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }

    @Override
    public int pathArgument() {
        return 0;
    }
}
