package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The next whole number above: `{{ceil 1.2}} ⇒ 2`.
final class Ceil implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.apply(call, Math::ceil);
    }
}
