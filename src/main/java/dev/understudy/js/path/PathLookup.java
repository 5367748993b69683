package dev.understudy.js.path;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;

/// A path as helpers and rules take it: a JSONPath if it begins with `$`, else names between dots, and nothing at all
/// if it is empty. Parsed once; immutable; any thread may look up with it.
public sealed interface PathLookup {

    /// No path: everything is found as it is.
    enum Whole implements PathLookup {
        WHOLE
    }

    /// Names between dots.
    record Dotted(ObjectPath path) implements PathLookup {}

    /// A JSONPath.
    record Json(JsonPath path) implements PathLookup {}

    static PathLookup parse(String path) {
        if (path.isEmpty()) {
            return Whole.WHOLE;
        }
        return path.startsWith("$") ? new Json(JsonPath.parse(path)) : new Dotted(ObjectPath.parse(path));
    }

    /// Of the value that was given for a path: only a text is one.
    static PathLookup of(JsValue path) {
        return path instanceof Text(String text) ? parse(text) : Whole.WHOLE;
    }

    /// What stands there; the other value if nothing does. In a value that has no inside, that is the value itself.
    ///
    /// @throws X if that takes more than there is to spend
    /// @throws JsException if an expression of the path fails
    default <X extends Exception> JsValue find(JsValue data, JsValue otherwise, Effort<X> effort)
            throws X, JsException {
        if (!hasInside(data)) {
            return data;
        }
        JsValue found = switch (this) {
            case Whole _ -> data;
            case Dotted(ObjectPath path) -> path.get(data);
            case Json(JsonPath path) -> path.find(data, effort);
        };
        return found == Undefined.UNDEFINED ? otherwise : found;
    }

    private static boolean hasInside(JsValue data) {
        return switch (data) {
            case Undefined _, Bool _, Num _, Big _, Text _ -> false;
            case JsValue.Null _, JsValue.Moment _, JsValue.SafeText _, JsArray _, JsObject _ -> true;
        };
    }
}
