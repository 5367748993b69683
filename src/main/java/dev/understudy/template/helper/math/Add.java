package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The sum: `{{add 1 '2' 3}} ⇒ 6`. What is no number is left out, unless it comes first.
final class Add implements Helper {

    @Override
    public JsValue call(Call call) {
        return Folding.fold(call, Double::sum);
    }
}
