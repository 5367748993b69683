package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// Whether the first number is greater: `{{gt 2 1}} ⇒ true`.
final class Gt implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Bool.of(Order.left(call) > Order.right(call));
    }
}
