package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The text with something else in the place of all that is found: `{{replaceAll 'a-b-c' '-' '+'}} ⇒ a+b+c`.
final class ReplaceAll implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Replace.replace(call, true);
    }
}
