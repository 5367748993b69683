package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.TextSearch;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// Whether a text contains another one: `{{includes 'understudy' 'stud'}} ⇒ true`.
final class Includes implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        String text = Given.text(call, 0);
        return Bool.of(TextSearch.find(text, Given.text(call, 1), 0, call.budget()::step) >= 0);
    }
}
