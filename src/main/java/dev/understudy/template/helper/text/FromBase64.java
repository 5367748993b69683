package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The text that base64 stands for: `{{base64Decode 'aGk/'}} ⇒ hi?`. What it can't read is passed over.
final class FromBase64 implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String content = Base64Input.of(call);
        call.budget().characters(content.length() * 4L);
        return new SafeText(Base64Input.decode(content));
    }
}
