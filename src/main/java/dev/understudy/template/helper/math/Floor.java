package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The next whole number below: `{{floor 1.8}} ⇒ 1`.
final class Floor implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.apply(call, Math::floor);
    }
}
