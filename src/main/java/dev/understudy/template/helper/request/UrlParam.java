package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// What the path has in the place of a parameter: `{{urlParam 'id'}} ⇒ 7`.
final class UrlParam implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Requests.of(call).params().get(TextConversion.of(call.argumentOrOptions(0), call.budget()));
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
