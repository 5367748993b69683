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
record DocumentPlace(JsValue value, JsValue key, @Nullable DocumentPlace parent) {

    private static final Pattern INDEX = Pattern.compile("[0-9*]+");

    static DocumentPlace root(JsValue value) {
        return new DocumentPlace(value, Null.NULL, null);
    }

    DocumentPlace child(JsValue value, String name) {
        return new DocumentPlace(value, new Text(name), this);
    }

    DocumentPlace child(JsValue value, int index) {
        return new DocumentPlace(value, new Num(index), this);
    }

    JsValue parentValue() {
        return parent == null ? Null.NULL : parent.value();
    }

    /// The way as text, `$['a'][0]`.
    String path() {
        Deque<String> keys = new ArrayDeque<>();
        for (DocumentPlace at = this; at.parent() != null; at = at.parent()) {
            String key = Conversions.toText(at.key());
            keys.push(INDEX.matcher(key).matches() ? "[" + key + "]" : "['" + key + "']");
        }
        return "$" + String.join("", keys);
    }
}
