package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The sum: `{{add 1 '2' 3}} ⇒ 6`.
final class Add implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.fold(call, Double::sum);
    }
}
