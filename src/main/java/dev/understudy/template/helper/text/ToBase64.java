package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.Base64;

/// The base64 of a text, or of its block: `{{base64 'hi?'}} ⇒ aGk/`.
final class ToBase64 implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String content = Base64Input.of(call);
        call.budget().characters(content.length() * 4L);
        return new SafeText(Base64.getEncoder().encodeToString(Base64Input.bytes(content)));
    }
}
