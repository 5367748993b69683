package dev.understudy.template.helper.math;

import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Texts;

/// Comparing two arguments as numbers. What is no number is neither greater nor less than anything.
final class Order {

    private Order() {}

    static double left(Call call) throws TemplateException {
        return Texts.number(call.argumentOrOptions(0), call.budget());
    }

    static double right(Call call) throws TemplateException {
        return Texts.number(call.argumentOrOptions(1), call.budget());
    }
}
