package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// The address of the mock, with its prefix: `{{baseUrl}} ⇒ http://localhost:3000`.
final class BaseUrl implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return new Text(Requests.of(call).baseUrl());
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
