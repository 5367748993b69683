package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.TextSearch;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// Whether a text contains another one: `{{includes 'understudy' 'stud'}} ⇒ true`.
final class Includes implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String text = Given.text(call, 0);
        return Bool.of(TextSearch.find(text, Given.text(call, 1), 0, call.budget()::step) >= 0);
    }
}
