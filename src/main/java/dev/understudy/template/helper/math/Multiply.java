package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The product: `{{multiply 2 3 4}} ⇒ 24`.
final class Multiply implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.fold(call, (result, next) -> result * next);
    }
}
