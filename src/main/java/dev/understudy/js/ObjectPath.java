package dev.understudy.js;

import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A place inside a value, written with dots (`user.names.0`); `\.` is a dot that belongs to a name. Only a
/// value's own properties can be reached. The grammar is that of the JavaScript library object-path.
public record ObjectPath(List<String> keys) {

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final int MAX_ARRAY_INDEX = 100_000;

    public ObjectPath {
        keys = List.copyOf(keys);
    }

    public static ObjectPath parse(String path) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c == '\\' && at + 1 < path.length() && path.charAt(at + 1) == '.') {
                key.append('.');
                at++;
            } else if (c == '.') {
                keys.add(key.toString());
                key.setLength(0);
            } else {
                key.append(c);
            }
        }
        keys.add(key.toString());
        return new ObjectPath(keys);
    }

    /// What stands there; undefined if nothing does.
    public JsValue get(JsValue root) {
        JsValue at = root;
        for (String key : keys) {
            at = own(at, key);
        }
        return at;
    }

    /// A value's own property.
    public static JsValue own(JsValue value, String key) {
        return switch (value) {
            case JsObject object -> object.get(key);
            case JsArray array -> key.equals("length") ? new JsValue.Num(array.size()) : array.get(index(key));
            case Text(String text) -> ofText(text, key);
            case JsValue.SafeText(String text) -> key.equals("string") ? new Text(text) : Undefined.UNDEFINED;
            case Undefined _, JsValue.Null _, JsValue.Bool _, JsValue.Num _, JsValue.Big _, JsValue.Moment _ ->
                Undefined.UNDEFINED;
        };
    }

    /// The root with another value at this place; what is missing on the way there is made.
    public JsValue set(JsValue root, JsValue value) {
        return set(root, 0, value);
    }

    /// The root without what stands at this place.
    public JsValue without(JsValue root) {
        return without(root, 0);
    }

    private JsValue set(JsValue container, int depth, JsValue value) {
        if (depth == keys.size()) {
            return value;
        }
        String key = keys.get(depth);
        JsValue before = own(container, key);
        JsValue inside = depth + 1 < keys.size() && !isContainer(before) ? empty(keys.get(depth + 1)) : before;
        return switch (container) {
            case JsArray array
            when index(key) >= 0 && index(key) <= array.size() + MAX_ARRAY_INDEX ->
                array.with(index(key), set(inside, depth + 1, value));
            case JsObject object when isAllowed(key) -> object.with(key, set(inside, depth + 1, value));
            default -> container;
        };
    }

    private JsValue without(JsValue container, int depth) {
        String key = keys.get(depth);
        boolean last = depth == keys.size() - 1;
        return switch (container) {
            case JsArray array
            when index(key) >= 0 && index(key) < array.size() ->
                last ? array.without(index(key)) : array.with(index(key), without(array.get(index(key)), depth + 1));
            case JsObject object
            when object.has(key) -> last ? object.without(key) : object.with(key, without(object.get(key), depth + 1));
            default -> container;
        };
    }

    private static boolean isContainer(JsValue value) {
        return value instanceof JsArray || value instanceof JsObject;
    }

    private static JsValue empty(String nextKey) {
        return WHOLE.matcher(nextKey).matches() ? JsArray.EMPTY : JsObject.EMPTY;
    }

    private static boolean isAllowed(String key) {
        return !key.equals("__proto__") && !key.equals("constructor") && !key.equals("prototype");
    }

    private static JsValue ofText(String text, String key) {
        if (key.equals("length")) {
            return new JsValue.Num(text.length());
        }
        int index = index(key);
        return index >= 0 && index < text.length() ? new Text(text.substring(index, index + 1)) : Undefined.UNDEFINED;
    }

    /// The array index that a key is; -1 if it is none.
    private static int index(String key) {
        if (!JsObject.isIndex(key)) {
            return -1;
        }
        long index = Long.parseLong(key);
        return index <= Integer.MAX_VALUE ? (int) index : -1;
    }
}
