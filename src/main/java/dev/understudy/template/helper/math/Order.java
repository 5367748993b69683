package dev.understudy.template.helper.math;

import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// Comparing two arguments as numbers. What is no number is neither greater nor less than anything.
final class Order {

    private Order() {}

    static double left(HelperCall call) throws TemplateException {
        return TextConversion.number(call.argumentOrOptions(0), call.budget());
    }

    static double right(HelperCall call) throws TemplateException {
        return TextConversion.number(call.argumentOrOptions(1), call.budget());
    }
}
