package dev.understudy.js.path;

import dev.understudy.js.JsValue;
import dev.understudy.js.regex.JsRegex;
import java.util.List;

/// An expression of a filter: as much of JavaScript as passes the [Gate].
sealed interface FilterExpression {

    /// A value as it stands.
    record Constant(JsValue value) implements FilterExpression {}

    /// A name that stands alone, such as that of the item in question.
    record Variable(String name) implements FilterExpression {}

    /// A property.
    record Member(FilterExpression of, FilterExpression name) implements FilterExpression {}

    /// Whether a text matches.
    record Match(FilterExpression text, JsRegex.Compilation regex) implements FilterExpression {}

    /// A calculation or a comparison.
    record Binary(String operator, FilterExpression left, FilterExpression right) implements FilterExpression {}

    /// `-` before a value.
    record Negative(FilterExpression of) implements FilterExpression {}

    /// Several, of which the last counts.
    record Several(List<FilterExpression> parts) implements FilterExpression {}
}
