package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the parts of a description are read as when they are not what they should be.
final class LenientValues {

    private LenientValues() {}

    /// The value itself if it is an object, else one without members.
    static JsObject object(JsValue value) {
        return value instanceof JsObject object ? object : JsObject.EMPTY;
    }

    /// Names and values of an object, places and items of a list; of everything else none.
    static Map<String, JsValue> entries(JsValue value) {
        if (value instanceof JsObject object) {
            return object.members();
        }
        Map<String, JsValue> entries = new LinkedHashMap<>();
        if (value instanceof JsArray array) {
            for (int index = 0; index < array.size(); index++) {
                entries.put(String.valueOf(index), array.get(index));
            }
        }
        return entries;
    }

    /// As JavaScript would put it into a text. What is nested could be as long as one likes, and is left out.
    static String text(JsValue value) {
        boolean nested = value instanceof JsArray && value.depth() > 1;
        return nested || value == JsValue.Undefined.UNDEFINED ? "" : Conversions.toText(value);
    }

    /// The text of what is no list or object and not empty either; else empty.
    static String label(JsValue value) {
        return value instanceof JsArray || value instanceof JsObject || !Conversions.isTruthy(value) ? "" : text(value);
    }

    /// The number that a text starts with, as `parseInt` finds it; -1 if it starts with none.
    static int leadingNumber(String text) {
        String stripped = text.strip();
        int end = 0;
        while (end < stripped.length() && stripped.charAt(end) >= '0' && stripped.charAt(end) <= '9') {
            end++;
        }
        boolean fits = end > 0 && end < String.valueOf(Integer.MAX_VALUE).length();
        return fits ? Integer.parseInt(stripped.substring(0, end)) : -1;
    }
}
