package dev.understudy.js.path;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;

/// The types of values, as paths ask for them.
final class PathTypes {

    private PathTypes() {}

    /// Whether JavaScript's `typeof` says "object", null apart.
    static boolean isObject(JsValue value) {
        return value instanceof JsArray
                || value instanceof JsObject
                || value instanceof Moment
                || value instanceof SafeText;
    }

    /// Whether a value is of the type that a selector such as `@number()` names.
    static boolean isOfType(JsValue value, String type) throws JsException {
        return switch (type) {
            case "scalar" -> !isObject(value);
            case "boolean" -> value instanceof Bool;
            case "string" -> value instanceof Text;
            case "undefined" -> value == Undefined.UNDEFINED;
            case "function" -> false;
            case "integer" -> value instanceof Num number && number.isFinite() && number.isWhole();
            case "number" -> value instanceof Num number && number.isFinite();
            case "nonFinite" -> value instanceof Num number && !number.isFinite();
            case "object" -> isObject(value);
            case "array" -> value instanceof JsArray;
            case "null" -> value == Null.NULL;
            case "other" ->
                throw new JsException(
                        "You must supply an otherTypeCallback callback option with the @other() operator.");
            default -> throw new JsException("Unknown value type " + type);
        };
    }
}
