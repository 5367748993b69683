package dev.understudy.js.jmespath;

import dev.understudy.js.Effort;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Undefined;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JMESPath expression. Parsed once; immutable; any thread may evaluate it.
public final class JmesPath {

    private final @Nullable JmesNode node;

    private JmesPath(@Nullable JmesNode node) {
        this.node = node;
    }

    /// Reads an expression; what is none finds nothing.
    public static JmesPath parse(String expression) {
        try {
            return new JmesPath(new JmesParser(JmesLexer.tokens(expression)).parse());
        } catch (JmesException invalid) {
            return new JmesPath(null);
        }
    }

    /// What it makes of a value; undefined if that is nothing, or the expression can't be applied.
    ///
    /// @throws X if that takes more than there is to spend
    public <X extends Exception> JsValue find(JsValue data, Effort<X> effort) throws X {
        if (node == null) {
            return Undefined.UNDEFINED;
        }
        try {
            JsValue found = new JmesEvaluation<>(data, Map.of(), effort).of(node, data);
            return found == Null.NULL ? Undefined.UNDEFINED : found;
        } catch (JmesException inapplicable) {
            return Undefined.UNDEFINED;
        }
    }
}
