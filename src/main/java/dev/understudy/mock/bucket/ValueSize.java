package dev.understudy.mock.bucket;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.List;
import java.util.Map;

/// How much memory a value takes, roughly: one for each character, and some for each value.
public final class ValueSize {

    private static final int OF_ANY = 16;

    /// Values that are nested deeper could not be printed, so no room is ever large enough for them.
    private static final int MAX_DEPTH = JsJson.MAX_DEPTH;

    private static final long TOO_DEEP = 1L << 40;

    private ValueSize() {}

    /// The size of a value with all it holds.
    public static long of(JsValue value) {
        return of(value, 0);
    }

    private static long of(JsValue value, int depth) {
        if (depth > MAX_DEPTH) {
            return TOO_DEEP;
        }
        return switch (value) {
            case JsValue.Text(String text) -> OF_ANY + text.length();
            case JsValue.SafeText(String text) -> OF_ANY + text.length();
            case JsArray array -> OF_ANY + ofAll(array.values(), depth + 1);
            case JsObject object -> {
                long size = OF_ANY;
                for (Map.Entry<String, JsValue> member : object.members().entrySet()) {
                    size += OF_ANY + member.getKey().length() + of(member.getValue(), depth + 1);
                }
                yield size;
            }
            case JsValue.Big(var number) -> OF_ANY + number.bitLength() / 8;
            case JsValue.Undefined _, JsValue.Null _, JsValue.Bool _, JsValue.Num _, JsValue.Moment _ -> OF_ANY;
        };
    }

    /// How much larger the second is. What both share is not looked at, so that a small change costs little.
    public static long growth(JsValue before, JsValue after) {
        if (isSame(before, after)) {
            return 0;
        }
        if (before instanceof JsArray(List<JsValue> old) && after instanceof JsArray(List<JsValue> now)) {
            int start = 0;
            int shorter = Math.min(old.size(), now.size());
            while (start < shorter && isSame(old.get(start), now.get(start))) {
                start++;
            }
            int end = 0;
            while (end < shorter - start && isSame(old.get(old.size() - 1 - end), now.get(now.size() - 1 - end))) {
                end++;
            }
            return ofAll(now.subList(start, now.size() - end), 1) - ofAll(old.subList(start, old.size() - end), 1);
        }
        return of(after) - of(before);
    }

    private static long ofAll(List<JsValue> values, int depth) {
        long size = 0;
        for (JsValue value : values) {
            size += of(value, depth);
        }
        return size;
    }

    @SuppressWarnings("ReferenceEquality") // what is the very same needs no look
    private static boolean isSame(JsValue one, JsValue other) {
        return one == other;
    }
}
