package dev.understudy.template.helper.data;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Numbers;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.Budget;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Texts;
import java.util.List;

/// A place in a data bucket: names between dots, or nothing for the whole bucket. What can't be changed there is told
/// in the words of V8.
record BucketPath(List<String> keys) {

    /// Names in one path.
    static final int MAX_KEYS = 500;

    private static final int MAX_GAP = 10_000;

    static BucketPath parse(String path) throws TemplateException {
        List<String> keys = path.isEmpty() ? List.of() : ObjectPath.parse(path).keys();
        if (keys.size() > MAX_KEYS) {
            throw new TemplateException("A path may have at most " + MAX_KEYS + " names");
        }
        return new BucketPath(keys);
    }

    JsValue get(JsValue root) {
        return keys.isEmpty() ? root : new ObjectPath(keys).get(root);
    }

    /// The bucket with another value at this place; what is missing on the way there is made.
    JsValue set(JsValue root, JsValue value, Budget budget) throws TemplateException {
        return set(root, 0, value, budget);
    }

    private JsValue set(JsValue container, int depth, JsValue value, Budget budget) throws TemplateException {
        if (depth == keys.size()) {
            return value;
        }
        String key = keys.get(depth);
        return switch (container) {
            case JsArray array
            when isPlace(key) -> {
                budget.step(array.size());
                yield array.with(index(array, key), inside(array.get(index(array, key)), depth, value, budget));
            }
            case JsArray array -> array;
            case JsObject object -> {
                if (key.equals("__proto__") || key.equals("constructor") || key.equals("prototype")) {
                    yield object;
                }
                budget.step(object.size());
                yield object.with(key, inside(object.get(key), depth, value, budget));
            }
            default -> throw refused(container, key, budget);
        };
    }

    private JsValue inside(JsValue before, int depth, JsValue value, Budget budget) throws TemplateException {
        boolean missing = before == Undefined.UNDEFINED && depth + 1 < keys.size();
        return set(missing ? empty(keys.get(depth + 1)) : before, depth + 1, value, budget);
    }

    private static JsValue empty(String nextKey) {
        return isWhole(nextKey) ? JsArray.EMPTY : JsObject.EMPTY;
    }

    private static int index(JsArray array, String key) throws TemplateException {
        double index = Numbers.parse(key);
        if (index > array.size() + MAX_GAP) {
            throw new TemplateException("The place " + key + " is too far behind the end of the list");
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

    private static TemplateException refused(JsValue container, String key, Budget budget) throws TemplateException {
        if (container.isNullish()) {
            return new TemplateException(
                    "Cannot set properties of " + Texts.of(container, budget) + " (setting '" + key + "')");
        }
        String kind = container instanceof Text ? "string" : container instanceof Bool ? "boolean" : "number";
        return new TemplateException(
                "Cannot create property '" + key + "' on " + kind + " '" + Texts.of(container, budget) + "'");
    }

    /// The bucket without what stands at this place; undefined for the whole bucket.
    JsValue without(JsValue root, Budget budget) throws TemplateException {
        return keys.isEmpty() ? Undefined.UNDEFINED : without(root, 0, budget);
    }

    private JsValue without(JsValue container, int depth, Budget budget) throws TemplateException {
        String key = keys.get(depth);
        boolean last = depth == keys.size() - 1;
        switch (container) {
            case JsArray array
            when isWhole(key) -> {
                budget.step(array.size());
                int index = key.startsWith("-") && last ? array.size() + (int) Numbers.parse(key) : place(key);
                if (last) {
                    return array.without(Math.max(0, index));
                }
                return index < 0 || index >= array.size()
                        ? array
                        : array.with(index, without(array.get(index), depth + 1, budget));
            }
            case JsObject object
            when object.has(key) -> {
                budget.step(object.size());
                return last ? object.without(key) : object.with(key, without(object.get(key), depth + 1, budget));
            }
            default -> {
                return container;
            }
        }
    }

    private static int place(String key) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, Numbers.parse(key)));
    }
}
