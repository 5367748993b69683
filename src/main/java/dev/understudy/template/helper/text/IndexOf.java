package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.TextSearch;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// Where a text is found in another one: `{{indexOf 'understudy' 'study'}} ⇒ 5`.
final class IndexOf implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String text = Given.presentText(call, 0);
        String search = Given.text(call, 1);
        int from = Math.max(0, Given.place(Given.number(call, 2).orElse(0.0), text.length()));
        return new Num(TextSearch.find(text, search, from, call.budget()::step));
    }
}
