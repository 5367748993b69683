package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The next whole number above: `{{ceil 1.2}} ⇒ 2`.
final class Ceil implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Folding.apply(call, Math::ceil);
    }
}
