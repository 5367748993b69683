package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// The value of a variable that outlives requests, or what stands at a path in it:
/// `{{setGlobalVar 'u' (object n='Ana')}}{{getGlobalVar 'u' 'n'}} ⇒ Ana`.
final class GetGlobalVar implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Undefined.UNDEFINED;
        }
        JsValue otherwise = call.plain(2).isNullish() ? Text.EMPTY : call.plain(2);
        JsValue value = call.scope().globals().get(TextConversion.of(call.plain(0), call.budget()));
        return value == Undefined.UNDEFINED ? otherwise : Paths.find(value, call, 1, otherwise);
    }

    @Override
    public int pathArgument() {
        return 1;
    }
}
