package dev.understudy.mock;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;

/// Values of buckets as texts of bodies.
final class JsonText {

    private JsonText() {}

    /// Texts as they are, nothing for undefined, anything else as JSON.
    ///
    /// @throws TemplateException if JSON can't hold the value
    static String of(JsValue value) throws TemplateException {
        if (value instanceof JsValue.Text(String text)) {
            return text;
        }
        try {
            return JsJson.print(value).orElse("");
        } catch (IllegalArgumentException failure) {
            throw new TemplateException(String.valueOf(failure.getMessage()));
        }
    }
}
