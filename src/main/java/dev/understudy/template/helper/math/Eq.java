package dev.understudy.template.helper.math;

import dev.understudy.js.Comparison;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// Whether two values are the same, without conversion: `{{eq 1 1}} ⇒ true`, `{{eq 1 '1'}} ⇒ false`.
final class Eq implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return Bool.of(call.count() >= 2 && Comparison.isSame(call.plain(0), call.plain(1)));
    }
}
