package dev.understudy.template.helper.block;

import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// The block if a value is not truthy, else what stands after the else: `{{#unless 0}}none{{/unless}} ⇒ none`.
final class Unless extends BlockHelper {

    @Override
    public void print(HelperCall call, Output out) throws TemplateException {
        if (call.count() != 1) {
            throw new TemplateException("#unless requires exactly one argument");
        }
        if (If.holds(call)) {
            call.printInverse(out);
        } else {
            call.printBlock(call.context(), out);
        }
    }
}
