package dev.understudy.template;

import dev.understudy.js.JsValue;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The data buckets that templates may read and change. Any thread may call them; a change is atomic.
public interface Buckets {

    /// The value of the first bucket with that id, or whose name contains the text, in whatever case; empty if there
    /// is none.
    Optional<JsValue> find(String idOrName);

    /// Puts what the function makes of the value in its place; does nothing if there is no such bucket.
    void change(String idOrName, UnaryOperator<JsValue> change);
}
