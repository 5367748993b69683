package dev.understudy.template.helper.block;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block with a value as its context: `{{#with (object name='Ana')}}{{name}}{{/with}} ⇒ Ana`.
final class With extends BlockHelper {

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() != 1) {
            throw new TemplateException("#with requires exactly one argument");
        }
        JsValue value = call.argument(0);
        if (If.isEmpty(value)) {
            call.printInverse(out);
        } else {
            call.requireBlock();
            call.body().content().print(value, call.frame(), new JsValue[] {value}, out);
        }
    }
}
