package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The sum: `{{add 1 '2' 3}} ⇒ 6`.
final class Add implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Folding.fold(call, Double::sum);
    }
}
