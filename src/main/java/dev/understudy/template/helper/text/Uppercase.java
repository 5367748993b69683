package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.Locale;

/// The text in capital letters: `{{uppercase 'aß'}} ⇒ ASS`.
final class Uppercase implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        if (call.plain(0) instanceof Text(String text)) {
            call.budget().characters(text.length());
            return new Text(text.toUpperCase(Locale.ROOT));
        }
        throw ValueTypes.noFunction(call.plain(0), "text", "toUpperCase");
    }
}
