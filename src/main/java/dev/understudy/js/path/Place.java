package dev.understudy.js.path;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in a document, and the way to it.
///
/// @param key the name or the index under which the value stands in its parent; null for the root
/// @param parent null for the root
record Place(JsValue value, JsValue key, @Nullable Place parent) {

    private static final Pattern INDEX = Pattern.compile("[0-9*]+");

    static Place root(JsValue value) {
        return new Place(value, Null.NULL, null);
    }

    Place child(JsValue value, String name) {
        return new Place(value, new Text(name), this);
    }

    Place child(JsValue value, int index) {
        return new Place(value, new Num(index), this);
    }

    JsValue parentValue() {
        return parent == null ? Null.NULL : parent.value();
    }

    /// The way as text, `$['a'][0]`.
    String path() {
        Deque<String> keys = new ArrayDeque<>();
        for (Place at = this; at.parent() != null; at = at.parent()) {
            String key = Conversions.toText(at.key());
            keys.push(INDEX.matcher(key).matches() ? "[" + key + "]" : "['" + key + "']");
        }
        return "$" + String.join("", keys);
    }
}
