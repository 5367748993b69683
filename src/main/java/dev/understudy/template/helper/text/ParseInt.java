package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// The whole number that a text begins with: `{{parseInt '42 apples'}} ⇒ 42`.
final class ParseInt implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        double number = Numbers.parseInt(Texts.of(call.argument(0), call.budget()));
        return Double.isNaN(number) ? Text.EMPTY : new Num(number);
    }
}
