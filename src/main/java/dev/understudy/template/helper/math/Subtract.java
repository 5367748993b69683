package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The difference: `{{subtract 10 3 2}} ⇒ 5`.
final class Subtract implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Folding.fold(call, (result, next) -> result - next);
    }
}
