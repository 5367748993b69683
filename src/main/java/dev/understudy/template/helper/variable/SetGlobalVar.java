package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A variable that outlives the request: `{{setGlobalVar 'x' 5}}{{getGlobalVar 'x'}} ⇒ 5`.
final class SetGlobalVar implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() >= 2) {
            String name = TextConversion.of(call.plain(0), call.budget());
            call.budget().step(call.scope().globals().all().size()); // all of them are copied
            call.scope().globals().set(name, ValueTypes.limited(call.plain(1)));
        }
        return Undefined.UNDEFINED;
    }
}
