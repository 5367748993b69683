package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// All parameters of the path: `{{lookup (urlParams) 'id'}} ⇒ 7`.
final class UrlParams implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return Requests.of(call).params();
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
