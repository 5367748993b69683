package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// The address that the request came from: `{{ip}} ⇒ 127.0.0.1`.
final class Ip implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return new Text(Requests.of(call).ip());
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
