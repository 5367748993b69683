package dev.understudy.template.helper;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;

/// `String(value)` that is paid for.
public final class TextConversion {

    /// Characters that are read for one step.
    private static final int PER_STEP = 64;

    private TextConversion() {}

    /// The text of a value. What must be made for it is taken from the budget, before it is made.
    public static String of(JsValue value, Budget budget) throws TemplateException {
        if (value instanceof JsArray array) {
            StringBuilder out = new StringBuilder();
            join(array, ",", budget, out);
            return out.toString();
        }
        return Conversions.toText(value);
    }

    /// `Number(value)` that is paid for.
    public static double number(JsValue value, Budget budget) throws TemplateException {
        budget.step(value instanceof Text(String text) ? text.length() / PER_STEP : 0);
        return Conversions.toNumber(value);
    }

    /// The texts of the items; of null and undefined, nothing.
    public static String joined(JsArray array, String separator, Budget budget) throws TemplateException {
        StringBuilder out = new StringBuilder();
        join(array, separator, budget, out);
        return out.toString();
    }

    private static void join(JsArray array, String separator, Budget budget, StringBuilder out)
            throws TemplateException {
        budget.step(array.size());
        boolean first = true;
        for (JsValue value : array.values()) {
            if (!first) {
                budget.characters(separator.length());
                out.append(separator);
            }
            first = false;
            if (value instanceof JsArray inner) {
                join(inner, ",", budget, out);
            } else if (!value.isNullish()) {
                String text = Conversions.toText(value);
                budget.characters(text.length());
                out.append(text);
            }
        }
    }
}
