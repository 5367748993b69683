package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// The text made so long by what is put after it: `{{padEnd 'ab' 5 '.'}} ⇒ ab...`.
final class PadEnd implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        String text = TextConversion.of(call.argument(0), call.budget());
        return new Text(text + Padding.of(call, text));
    }
}
