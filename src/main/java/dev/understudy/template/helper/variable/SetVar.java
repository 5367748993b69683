package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A variable for the rest of the block, read as `@name`: `{{setVar 'x' 5}}{{@x}} ⇒ 5`.
final class SetVar implements Helper {

    /// What a variable costs beside the letters of its name.
    private static final int COST = 64;

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        String name = TextConversion.of(call.plain(0), call.budget());
        call.budget().characters(name.length() + COST);
        call.frame().set(name, ValueTypes.limited(call.plain(1)));
        return Undefined.UNDEFINED;
    }
}
