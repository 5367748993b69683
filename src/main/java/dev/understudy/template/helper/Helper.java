package dev.understudy.template.helper;

import dev.understudy.js.JsValue;
import dev.understudy.template.scope.TemplateException;

/// A function that templates call by its name. It keeps no state, so any thread may call it.
///
/// The class comment of each helper shows an example as `template ⇒ result`; the same example stands among those that
/// the tests run.
public interface Helper {

    /// What a helper can't do without; where it is missing, the helper is unknown.
    enum Needs {
        NOTHING,
        REQUEST,
        STATUS
    }

    /// What it returns to whoever called it: another helper, or the template, which prints it.
    ///
    /// @throws TemplateException with the reference's message, where the reference fails
    JsValue call(HelperCall call) throws TemplateException;

    /// What it does where it opens a block (`{{#name}}…{{/name}}`). Most helpers print what they return there, and
    /// nobody looks at the block.
    default void print(HelperCall call, Output out) throws TemplateException {
        out.plain(call(call));
    }

    /// Which argument is a path, so that it can be read before it is needed; -1 if none is.
    default int pathArgument() {
        return -1;
    }

    default Needs needs() {
        return Needs.NOTHING;
    }
}
