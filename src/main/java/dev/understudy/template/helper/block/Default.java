package dev.understudy.template.helper.block;

import dev.understudy.js.Conversions;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block if no case before it fitted: `{{#switch 3}}{{#default}}other{{/default}}{{/switch}} ⇒ other`.
final class Default extends BlockHelper {

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() > 0) {
            throw new TemplateException("Cannot read properties of undefined (reading 'found')");
        }
        if (!Conversions.isTruthy(call.frame().get(Switch.FOUND))) {
            call.frame().remove(Switch.VALUE);
            call.printBlock(call.options(), out);
        } else {
            out.text();
        }
    }
}
