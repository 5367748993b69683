package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.helper.Texts;

/// The value of a variable that outlives requests, or what stands at a path in it:
/// `{{setGlobalVar 'u' (object n='Ana')}}{{getGlobalVar 'u' 'n'}} ⇒ Ana`.
final class GetGlobalVar implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() == 0) {
            return Undefined.UNDEFINED;
        }
        JsValue otherwise = call.plain(2).isNullish() ? Text.EMPTY : call.plain(2);
        JsValue value = call.scope().globals().get(Texts.of(call.plain(0), call.budget()));
        return value == Undefined.UNDEFINED ? otherwise : Paths.find(value, call, 1, otherwise);
    }

    @Override
    public int pathArgument() {
        return 1;
    }
}
