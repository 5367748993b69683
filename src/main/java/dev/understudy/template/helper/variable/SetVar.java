package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;
import dev.understudy.template.helper.Types;

/// A variable for the rest of the block, read as `@name`: `{{setVar 'x' 5}}{{@x}} ⇒ 5`.
final class SetVar implements Helper {

    /// What a variable costs beside the letters of its name.
    private static final int COST = 64;

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        String name = Texts.of(call.plain(0), call.budget());
        call.budget().characters(name.length() + COST);
        call.frame().set(name, Types.limited(call.plain(1)));
        return Undefined.UNDEFINED;
    }
}
