package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The nearest whole number, of two the greater one: `{{round 2.5}} ⇒ 3`, `{{round -2.5}} ⇒ -2`.
final class Round implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.apply(call, Round::round);
    }

    private static double round(double number) {
        double below = Math.floor(number);
        return number - below >= 0.5 ? below + 1 : below;
    }
}
