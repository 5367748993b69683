package dev.understudy.template.helper.block;

import dev.understudy.js.Comparison;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block if the value of the `switch` around is the same, and no case before it was:
/// `{{#switch 'a'}}{{#case 'a'}}A{{/case}}{{/switch}} ⇒ A`.
final class Case extends BlockHelper {

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() == 0) {
            throw new TemplateException("Cannot read properties of undefined (reading 'data')");
        }
        JsValue value = call.argument(0);
        boolean found = Conversions.isTruthy(call.frame().get(Switch.FOUND));
        if (!found && Comparison.isSame(value, call.frame().get(Switch.VALUE))) {
            call.frame().set(Switch.FOUND, Bool.TRUE);
            call.printBlock(call.options(), out);
        } else {
            out.text();
        }
    }
}
