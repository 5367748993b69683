package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// All headers of the request, by names in small letters: `{{lookup (headers) 'accept'}} ⇒ text/plain`.
final class Headers implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return Requests.of(call).headers();
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
