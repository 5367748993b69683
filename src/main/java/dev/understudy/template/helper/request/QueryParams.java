package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// All parameters of the query: `{{lookup (queryParams) 'page'}} ⇒ 2`.
final class QueryParams implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return Requests.of(call).query();
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
