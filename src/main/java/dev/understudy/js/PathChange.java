package dev.understudy.js;

import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.List;

/// One change at the end of an [ObjectPath]. Every list and object on the way is copied, and paid for before.
record PathChange<X extends Exception>(List<String> keys, Effort<X> effort) {

    /// How far behind the end of a list a value may be set.
    static final int MAX_GAP = 10_000;

    private static final String LENGTH = "length";

    JsValue set(JsValue container, int depth, JsValue value) throws JsException, X {
        if (depth == keys.size()) {
            return value;
        }
        String key = keys.get(depth);
        return switch (container) {
            case JsArray array
            when isPlace(key) -> {
                effort.spend(array.size());
                int index = index(array, key);
                yield array.with(index, inside(array.get(index), depth, value));
            }
            case JsArray array -> array;
            case JsObject object when key.equals("__proto__") -> object;
            case JsObject object -> {
                effort.spend(object.size());
                yield object.with(key, inside(object.get(key), depth, value));
            }
            default -> {
                JsValue inside = ObjectPath.own(container, key);
                if (inside == Undefined.UNDEFINED || depth + 1 == keys.size()) {
                    throw refused(container, key, inside);
                }
                yield set(inside, depth + 1, value);
            }
        };
    }

    private JsValue inside(JsValue before, int depth, JsValue value) throws JsException, X {
        boolean missing = before == Undefined.UNDEFINED && depth + 1 < keys.size();
        return set(missing ? empty(keys.get(depth + 1)) : before, depth + 1, value);
    }

    private static JsValue empty(String nextKey) {
        return isWhole(nextKey) ? JsArray.EMPTY : JsObject.EMPTY;
    }

    private static int index(JsArray array, String key) throws JsException {
        double index = Numbers.parse(key);
        if (index > array.size() + MAX_GAP) {
            throw new JsException("The place " + key + " is too far behind the end of the list");
        }
        return (int) index;
    }

    /// Whether a key is a place in lists. Any other key of a list can't be seen, and is not kept.
    private static boolean isPlace(String key) {
        return isWhole(key) && !key.startsWith("-");
    }

    /// Whether a key is written as whole numbers are.
    private static boolean isWhole(String key) {
        double number = Numbers.parseInt(key);
        return !Double.isNaN(number) && Numbers.print(number).equals(key);
    }

    private JsException refused(JsValue container, String key, JsValue before) throws X {
        String text = Conversions.toText(container);
        effort.spend(text.length());
        if (container.isNullish()) {
            return new JsException("Cannot set properties of " + text + " (setting '" + key + "')");
        }
        String kind = container instanceof Text ? "string" : container instanceof Bool ? "boolean" : "number";
        return new JsException(
                before == Undefined.UNDEFINED
                        ? "Cannot create property '" + key + "' on " + kind + " '" + text + "'"
                        : "Cannot assign to read only property '" + key + "' of " + kind + " '" + text + "'");
    }

    JsValue without(JsValue container, int depth) throws JsException, X {
        String key = keys.get(depth);
        boolean last = depth == keys.size() - 1;
        JsValue inside = ObjectPath.own(container, key);
        switch (container) {
            case JsArray array
            when last -> {
                effort.spend(array.size());
                return array.without(spliced(array, key));
            }
            case JsArray array
            when inside != Undefined.UNDEFINED && isPlace(key) -> {
                effort.spend(array.size());
                return array.with(index(array, key), without(inside, depth + 1));
            }
            case JsObject object
            when object.has(key) -> {
                effort.spend(object.size());
                return last ? object.without(key) : object.with(key, without(inside, depth + 1));
            }
            case Text _
            when last && inside != Undefined.UNDEFINED ->
                throw new JsException("Cannot delete property '" + key + "' of [object String]");
            default -> {
                return container;
            }
        }
    }

    /// Where `splice` takes an item out: places below 0 count from the end, and what is no number is the first place.
    private static int spliced(JsArray array, String key) {
        if (key.equals(LENGTH)) {
            return 0;
        }
        if (!isWhole(key)) {
            return array.size();
        }
        double index = Numbers.parse(key);
        return (int) Math.min(array.size(), index < 0 ? Math.max(0, array.size() + index) : index);
    }
}
