package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// The whole number that a text begins with: `{{parseInt '42 apples'}} ⇒ 42`.
final class ParseInt implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        Num number = Numbers.readInt(TextConversion.of(call.argument(0), call.budget()));
        return Double.isNaN(number.value()) ? Text.EMPTY : number;
    }
}
