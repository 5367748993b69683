package dev.understudy.js.jmespath;

import dev.understudy.js.JsValue;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What an expression is made of, once it is read.
sealed interface Node {

    /// The value itself.
    enum Current implements Node {
        CURRENT
    }

    /// The value that the whole expression is applied to.
    enum Root implements Node {
        ROOT
    }

    record Literal(JsValue value) implements Node {}

    record Field(String name) implements Node {}

    record Variable(String name) implements Node {}

    /// The right side applied to what the left one gives.
    ///
    /// @param ofNothing whether it is applied even where the left side gives null
    record Chain(Node left, Node right, boolean ofNothing) implements Node {}

    record Index(int index) implements Node {}

    record Slice(OptionalInt start, OptionalInt stop, OptionalInt step) implements Node {}

    record Flatten(Node of) implements Node {}

    /// The right side for each item of the left one, without those for which it gives null.
    ///
    /// @param source what the items are
    record Projection(Node left, Node right, Source source) implements Node {}

    /// The right side for each item of the left one that fulfils a condition.
    record Filter(Node left, Node condition, Node right) implements Node {}

    record Or(Node left, Node right) implements Node {}

    record And(Node left, Node right) implements Node {}

    record Not(Node of) implements Node {}

    record Ternary(Node condition, Node yes, Node no) implements Node {}

    /// A comparison or a calculation.
    record Binary(String operator, Node left, Node right) implements Node {}

    record Signed(boolean negative, Node of) implements Node {}

    record ListOf(List<Node> items) implements Node {}

    record HashOf(Map<String, Node> members) implements Node {}

    record Function(String name, List<Node> arguments) implements Node {}

    /// An expression that a function applies itself.
    record Reference(Node of) implements Node {}

    record Let(Map<String, Node> variables, Node body) implements Node {}

    /// What a projection goes over.
    enum Source {
        ITEMS,
        VALUES,
        /// Of an array the items; a text is taken whole.
        SLICE
    }
}
