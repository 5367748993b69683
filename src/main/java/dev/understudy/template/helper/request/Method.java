package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// The method of the request: `{{method}} ⇒ GET`.
final class Method implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return new Text(Requests.of(call).method());
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
