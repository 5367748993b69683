package dev.understudy.template.scope;

import dev.understudy.js.JsValue;
import java.util.Optional;

/// The data buckets that templates may read and change. Any thread may call them; a change is atomic.
public interface Buckets {

    /// What becomes of a value. Called once, while no other change of the same bucket is going on.
    @FunctionalInterface
    interface Change {
        JsValue of(JsValue before) throws TemplateException;
    }

    /// The value of the first bucket with that id, or whose name contains the text, in whatever case; empty if there
    /// is none.
    ///
    /// @throws TemplateException if the budget does not reach for looking at so many
    Optional<JsValue> find(String idOrName, Budget budget) throws TemplateException;

    /// Puts what comes of the value in its place; does nothing if there is no such bucket.
    ///
    /// @throws TemplateException if the change throws it, if the buckets of the mock would become too large, or if
    /// the budget does not reach for looking at so many
    void change(String idOrName, Change change, Budget budget) throws TemplateException;
}
