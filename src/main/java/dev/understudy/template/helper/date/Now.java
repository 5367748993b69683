package dev.understudy.template.helper.date;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;

/// The time it is: `{{now 'yyyy'}} ⇒ 2026`.
final class Now implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        String format = call.argument(0) instanceof Text(String text) ? text : Formats.ISO;
        return Formats.write((double) call.scope().clock().millis(), format, call);
    }
}
