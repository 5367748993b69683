package dev.understudy.template.helper.text;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The text that base64 stands for: `{{base64Decode 'aGk/'}} ⇒ hi?`. What it can't read is passed over.
final class FromBase64 implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        String content = Content.of(call);
        call.budget().characters(content.length() * 4L);
        return new SafeText(Content.decode(content));
    }
}
