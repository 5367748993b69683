package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// The host that the request was sent to, without its port: `{{hostname}} ⇒ localhost`.
final class Hostname implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return new Text(Requests.of(call).hostname());
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
