package dev.understudy.js.path;

import dev.understudy.js.JsValue;
import dev.understudy.js.regex.JsRegex;
import java.util.List;

/// An expression of a filter: as much of JavaScript as passes the [Gate].
sealed interface Expression {

    /// A value as it stands.
    record Constant(JsValue value) implements Expression {}

    /// A name that stands alone, such as that of the item in question.
    record Variable(String name) implements Expression {}

    /// A property.
    record Member(Expression of, Expression name) implements Expression {}

    /// Whether a text matches.
    record Match(Expression text, JsRegex.Compilation regex) implements Expression {}

    /// A calculation or a comparison.
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /// `-` before a value.
    record Negative(Expression of) implements Expression {}

    /// Several, of which the last counts.
    record Several(List<Expression> parts) implements Expression {}
}
