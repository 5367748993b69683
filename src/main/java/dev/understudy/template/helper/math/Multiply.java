package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The product: `{{multiply 2 3 4}} ⇒ 24`.
final class Multiply implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Folding.fold(call, (result, next) -> result * next);
    }
}
