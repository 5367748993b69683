package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// What is left of a division, with the sign of the first number: `{{modulo -7 3}} ⇒ -1`.
final class Modulo implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Text.EMPTY;
        }
        double divisor = TextConversion.number(call.argument(1), call.budget());
        return divisor == 0 ? Text.EMPTY : new Num(TextConversion.number(call.argument(0), call.budget()) % divisor);
    }
}
