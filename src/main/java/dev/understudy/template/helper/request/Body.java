package dev.understudy.template.helper.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.scope.TemplateException;

/// The body of the request, or what stands at a path in it; lists and objects as JSON: `{{body 'name'}} ⇒ Ana`,
/// `{{body 'none' 'unknown'}} ⇒ unknown`.
final class Body implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (Requests.isWhole(call)) {
            return new SafeText(Requests.of(call).bodyText());
        }
        JsValue otherwise = Requests.otherwise(call, 1);
        JsValue body = Requests.of(call).body();
        JsValue found = Paths.findByText(Conversions.isTruthy(body) ? body : otherwise, call, 0, otherwise);
        return Json.safe(found, Conversions.isTruthy(call.argument(2)), call.budget());
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
