package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;

/// The value of a variable whose name is made while the template is rendered: `{{setVar 'x1' 5}}{{getVar (concat 'x'
/// 1)}} ⇒ 5`.
final class GetVar implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return call.count() == 0 ? Undefined.UNDEFINED : call.frame().get(Texts.of(call.plain(0), call.budget()));
    }
}
