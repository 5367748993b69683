package dev.understudy.template;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;

/// Variables of one mock that outlive a request. Any thread may call them.
public interface GlobalVariables {

    /// Undefined if it was never set.
    JsValue get(String name);

    void set(String name, JsValue value);

    /// All of them.
    JsObject all();
}
