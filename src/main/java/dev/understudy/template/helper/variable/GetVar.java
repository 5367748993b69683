package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// The value of a variable whose name is made while the template is rendered: `{{setVar 'x1' 5}}{{getVar (concat 'x'
/// 1)}} ⇒ 5`.
final class GetVar implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return call.count() == 0
                ? Undefined.UNDEFINED
                : call.frame().get(TextConversion.of(call.plain(0), call.budget()));
    }
}
