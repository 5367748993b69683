package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// What the path has in the place of a parameter: `{{urlParam 'id'}} ⇒ 7`.
final class UrlParam implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Requests.of(call).params().get(Texts.of(call.argumentOrOptions(0), call.budget()));
    }

    @Override
    public Needs needs() {
        return Needs.REQUEST;
    }
}
