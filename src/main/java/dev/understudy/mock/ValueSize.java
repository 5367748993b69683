package dev.understudy.mock;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.Map;

/// How much memory a value takes, roughly: one for each character, and some for each value.
final class ValueSize {

    private static final int OF_ANY = 16;

    private ValueSize() {}

    /// Counting stops soon after the limit is passed.
    static long of(JsValue value, long limit) {
        return switch (value) {
            case JsValue.Text(String text) -> OF_ANY + text.length();
            case JsValue.SafeText(String text) -> OF_ANY + text.length();
            case JsArray array -> ofArray(array, limit);
            case JsObject object -> ofObject(object, limit);
            case JsValue.Big(var number) -> OF_ANY + number.bitLength() / 8;
            case JsValue.Undefined _, JsValue.Null _, JsValue.Bool _, JsValue.Num _, JsValue.Moment _ -> OF_ANY;
        };
    }

    private static long ofArray(JsArray array, long limit) {
        long size = OF_ANY;
        for (JsValue value : array.values()) {
            if (size > limit) {
                return size;
            }
            size += of(value, limit - size);
        }
        return size;
    }

    private static long ofObject(JsObject object, long limit) {
        long size = OF_ANY;
        for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
            if (size > limit) {
                return size;
            }
            size += OF_ANY + member.getKey().length() + of(member.getValue(), limit - size);
        }
        return size;
    }
}
