package dev.understudy.js.path;

import dev.understudy.js.Effort;
import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The expression of a filter. One that can't be read fails when it is first needed, as in the reference.
///
/// @param expression null if it can't be read
/// @param mistake what is wrong with it; empty if nothing is
record Script(String source, @Nullable FilterExpression expression, String mistake) {

    private static final Pattern NAMES = Pattern.compile("@(parentProperty|parent|property|root|path)");
    private static final Pattern ITEM = Pattern.compile("@(?=[.\\s)\\[])");

    static Script read(String source) {
        try {
            return new Script(source, new ExpressionParser(named(source)).parse(), "");
        } catch (JsException unreadable) {
            return new Script(source, null, unreadable.getMessage());
        }
    }

    /// With the library's names in the place of what begins with `@`: positions in messages count on them.
    private static String named(String source) {
        return ITEM.matcher(NAMES.matcher(source).replaceAll("_\\$_$1")).replaceAll("_\\$_v");
    }

    /// What it gives at a place.
    <X extends Exception> JsValue value(DocumentPlace place, JsValue root, Effort<X> effort) throws X, JsException {
        if (expression == null) {
            throw new JsException(mistake);
        }
        try {
            return new PathEvaluation<>(place, root, effort).of(expression);
        } catch (JsException failed) {
            throw new JsException("jsonPath: " + failed.getMessage() + ": " + source);
        }
    }
}
