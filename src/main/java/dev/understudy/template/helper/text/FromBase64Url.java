package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The text that base64 in the alphabet for addresses stands for: `{{base64urlDecode 'aGk_'}} ⇒ hi?`.
final class FromBase64Url implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String content = Base64Input.of(call);
        call.budget().characters(content.length() * 4L);
        return new SafeText(Base64Input.decode(content));
    }
}
