package dev.understudy.mock.respond;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;

/// Values of buckets as texts of bodies.
public final class BodyText {

    private BodyText() {}

    /// Texts as they are, nothing for undefined, anything else as JSON.
    ///
    /// @throws TemplateException if JSON can't hold the value, or the budget does not reach for its text
    public static String of(JsValue value, Budget budget) throws TemplateException {
        if (value instanceof JsValue.Text(String text)) {
            budget.characters(text.length());
            return text;
        }
        try {
            return JsJson.print(value, 0, budget::characters).orElse("");
        } catch (IllegalArgumentException failure) {
            throw new TemplateException(String.valueOf(failure.getMessage()));
        }
    }
}
