package dev.understudy.js.jmespath;

import dev.understudy.js.JsValue;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What an expression is made of, once it is read.
sealed interface JmesNode {

    /// The value itself.
    enum Current implements JmesNode {
        CURRENT
    }

    /// The value that the whole expression is applied to.
    enum Root implements JmesNode {
        ROOT
    }

    record Literal(JsValue value) implements JmesNode {}

    record Field(String name) implements JmesNode {}

    record Variable(String name) implements JmesNode {}

    /// The right side applied to what the left one gives.
    ///
    /// @param ofNothing whether it is applied even where the left side gives null
    record Chain(JmesNode left, JmesNode right, boolean ofNothing) implements JmesNode {}

    record Index(int index) implements JmesNode {}

    record Slice(OptionalInt start, OptionalInt stop, OptionalInt step) implements JmesNode {}

    record Flatten(JmesNode of) implements JmesNode {}

    /// The right side for each item of the left one, without those for which it gives null.
    ///
    /// @param source what the items are
    record Projection(JmesNode left, JmesNode right, Source source) implements JmesNode {}

    /// The right side for each item of the left one that fulfils a condition.
    record Filter(JmesNode left, JmesNode condition, JmesNode right) implements JmesNode {}

    record Or(JmesNode left, JmesNode right) implements JmesNode {}

    record And(JmesNode left, JmesNode right) implements JmesNode {}

    record Not(JmesNode of) implements JmesNode {}

    record Ternary(JmesNode condition, JmesNode yes, JmesNode no) implements JmesNode {}

    /// A comparison or a calculation.
    record Binary(String operator, JmesNode left, JmesNode right) implements JmesNode {}

    record Signed(boolean negative, JmesNode of) implements JmesNode {}

    record ListOf(List<JmesNode> items) implements JmesNode {}

    record HashOf(Map<String, JmesNode> members) implements JmesNode {}

    record Function(String name, List<JmesNode> arguments) implements JmesNode {}

    /// An expression that a function applies itself.
    record Reference(JmesNode of) implements JmesNode {}

    record Let(Map<String, JmesNode> variables, JmesNode body) implements JmesNode {}

    /// What a projection goes over.
    enum Source {
        ITEMS,
        VALUES,
        /// Of an array the items; a text is taken whole.
        SLICE
    }
}
