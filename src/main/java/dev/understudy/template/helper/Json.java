package dev.understudy.template.helper;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON texts that are paid for while they are made.
public final class Json {

    private Json() {}

    /// `JSON.stringify(value)`; empty for undefined.
    public static Optional<String> text(JsValue value, Budget budget) throws TemplateException {
        return print(value, 0, budget);
    }

    /// The JSON of a value, laid out in lines, with safe texts as strings.
    public static String laidOut(JsValue value, int indentation, Budget budget) throws TemplateException {
        return print(plain(value, budget), indentation, budget).orElse("");
    }

    /// A value that is printed without escaping: lists, objects and null as JSON, and anything if that is wanted.
    public static SafeText safe(JsValue value, boolean always, Budget budget) throws TemplateException {
        String text = always || ValueTypes.isObject(value)
                ? text(value, budget).orElse("undefined")
                : TextConversion.of(value, budget);
        return new SafeText(text);
    }

    private static Optional<String> print(JsValue value, int indentation, Budget budget) throws TemplateException {
        try {
            return JsJson.print(value, indentation, budget::characters);
        } catch (IllegalArgumentException refused) {
            throw new TemplateException(refused.getMessage() == null ? "No JSON" : refused.getMessage());
        }
    }

    private static JsValue plain(JsValue value, Budget budget) throws TemplateException {
        budget.step(1);
        switch (value) {
            case SafeText(String text) -> {
                return new Text(text);
            }
            case JsArray array -> {
                List<JsValue> items = new ArrayList<>(array.size());
                for (JsValue item : array.values()) {
                    items.add(plain(item, budget));
                }
                return JsArray.of(items);
            }
            case JsObject object -> {
                JsObject.Builder plain = JsObject.builder();
                for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                    plain.set(member.getKey(), plain(member.getValue(), budget));
                }
                return plain.build();
            }
            default -> {
                return value;
            }
        }
    }
}
