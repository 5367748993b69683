package dev.understudy.js.jmespath;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;

/// A piece of an expression.
///
/// @param text as written; of names, the name itself
/// @param value of literals
record JmesToken(Kind kind, String text, JsValue value) {

    /// What it is.
    enum Kind {
        NAME,
        QUOTED_NAME,
        VARIABLE,
        LITERAL,
        NUMBER,
        /// Anything else, told apart by its text.
        SIGN,
        END
    }

    static JmesToken of(Kind kind, String text) {
        return new JmesToken(kind, text, Undefined.UNDEFINED);
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
