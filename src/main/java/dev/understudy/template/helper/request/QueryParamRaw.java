package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.scope.TemplateException;

/// A parameter of the query, as a value: `{{eq (queryParamRaw 'page') '2'}} ⇒ true`.
final class QueryParamRaw implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Paths.findByText(Requests.of(call).query(), call, 0, Requests.otherwise(call, 1));
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
