package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;
import dev.understudy.template.helper.Types;

/// A variable that outlives the request: `{{setGlobalVar 'x' 5}}{{getGlobalVar 'x'}} ⇒ 5`.
final class SetGlobalVar implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() >= 2) {
            String name = Texts.of(call.plain(0), call.budget());
            call.budget().step(call.scope().globals().all().size()); // all of them are copied
            call.scope().globals().set(name, Types.limited(call.plain(1)));
        }
        return Undefined.UNDEFINED;
    }
}
