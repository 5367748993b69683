package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// What is left of a division, with the sign of the first number: `{{modulo -7 3}} ⇒ -1`.
final class Modulo implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() < 2) {
            return Text.EMPTY;
        }
        double divisor = Texts.number(call.argument(1), call.budget());
        return divisor == 0 ? Text.EMPTY : new Num(Texts.number(call.argument(0), call.budget()) % divisor);
    }
}
