package dev.understudy.template.scope;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;

/// Variables of one mock that outlive a request. Any thread may call them.
public interface GlobalVariables {

    /// Undefined if it was never set.
    JsValue get(String name);

    /// Sets a variable.
    ///
    /// @throws TemplateException if the variables of the mock would become too large
    void set(String name, JsValue value) throws TemplateException;

    /// All of them.
    JsObject all();
}
