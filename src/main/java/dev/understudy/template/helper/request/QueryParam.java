package dev.understudy.template.helper.request;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.scope.TemplateException;

/// A parameter of the query, or what stands at a path in it: `{{queryParam 'page'}} ⇒ 2`, `{{queryParam 'size' 10}} ⇒
/// 10`.
final class QueryParam implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue found = Paths.findByText(Requests.of(call).query(), call, 0, Requests.otherwise(call, 1));
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
