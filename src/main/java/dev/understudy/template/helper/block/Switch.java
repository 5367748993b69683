package dev.understudy.template.helper.block;

import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// Its block, in which the first fitting `case` is printed:
/// `{{#switch 2}}{{#case 1}}one{{/case}}{{#case 2}}two{{/case}}{{#default}}many{{/default}}{{/switch}} ⇒ two`. Inside
/// it, names are looked up in what the reference knows about the call, so that `../../` leads to what is around.
final class Switch extends BlockHelper {

    static final String VALUE = "switchValue";
    static final String FOUND = "found";

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() != 1) {
            throw new TemplateException(
                    call.argument(1) == Undefined.UNDEFINED
                            ? "Cannot read properties of undefined (reading 'data')"
                            : "Cannot set properties of undefined (setting 'found')");
        }
        call.frame().set(FOUND, Bool.FALSE);
        call.frame().set(VALUE, call.plain(0));
        call.printBlock(call.options(), out);
    }
}
