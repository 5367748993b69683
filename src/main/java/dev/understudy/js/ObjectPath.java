package dev.understudy.js;

import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.ArrayList;
import java.util.List;

/// A place inside a value, written with dots (`user.names.0`); `\.` is a dot that belongs to a name. Only a
/// value's own properties can be reached. The grammar is that of the JavaScript library object-path.
public record ObjectPath(List<String> keys) {

    /// Names in one path that leads to a change.
    public static final int MAX_KEYS = 500;

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
            if (at == Undefined.UNDEFINED) {
                return at;
            }
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

    /// The root with another value at this place; what is missing on the way there is made. Without names, the value.
    ///
    /// @throws JsException if it can't be set there, in the words of V8
    /// @throws X if there is not enough to pay with
    public <X extends Exception> JsValue set(JsValue root, JsValue value, Effort<X> effort) throws JsException, X {
        return new PathChange<>(bounded(), effort).set(root, 0, value);
    }

    /// The root without what stands at this place. Without names, undefined.
    ///
    /// @throws JsException if it can't be taken out, in the words of V8
    /// @throws X if there is not enough to pay with
    public <X extends Exception> JsValue without(JsValue root, Effort<X> effort) throws JsException, X {
        return keys.isEmpty() ? Undefined.UNDEFINED : new PathChange<>(bounded(), effort).without(root, 0);
    }

    private List<String> bounded() throws JsException {
        if (keys.size() > MAX_KEYS) {
            throw new JsException("A path may have at most " + MAX_KEYS + " names");
        }
        return keys;
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
