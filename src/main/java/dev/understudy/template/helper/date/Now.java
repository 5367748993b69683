package dev.understudy.template.helper.date;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The time it is: `{{now 'yyyy'}} ⇒ 2026`.
final class Now implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String format = call.argument(0) instanceof Text(String text) ? text : DateFormats.ISO;
        return DateFormats.write((double) call.scope().clock().millis(), format, call);
    }
}
