package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The text with something else in the place of all that is found: `{{replaceAll 'a-b-c' '-' '+'}} ⇒ a+b+c`.
final class ReplaceAll implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Replace.replace(call, true);
    }
}
