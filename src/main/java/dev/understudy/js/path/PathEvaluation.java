package dev.understudy.js.path;

import dev.understudy.js.Comparison;
import dev.understudy.js.Conversions;
import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import dev.understudy.js.regex.JsRegex;

/// What an expression gives at one place of a document. Only own properties can be seen.
///
/// @param place of the item in question
record PathEvaluation<X extends Exception>(DocumentPlace place, JsValue root, Effort<X> effort) {

    JsValue of(FilterExpression expression) throws X, JsException {
        effort.spend(1);
        return switch (expression) {
            case FilterExpression.Constant(JsValue value) -> value;
            case FilterExpression.Variable(String name) -> variable(name);
            case FilterExpression.Member(FilterExpression of, FilterExpression name) -> member(of, name);
            case FilterExpression.Match(FilterExpression text, JsRegex.Compilation regex) -> match(text, regex);
            case FilterExpression.Negative(FilterExpression of) ->
                Conversions.toNum(of(of)).negative();
            case FilterExpression.Binary(String operator, FilterExpression left, FilterExpression right) ->
                binary(operator, of(left), right);
            case FilterExpression.Several(var parts) -> {
                JsValue last = Undefined.UNDEFINED;
                for (FilterExpression part : parts) {
                    last = of(part);
                }
                yield last;
            }
        };
    }

    private JsValue variable(String name) throws JsException {
        return switch (name) {
            case "_$_v" -> place.value();
            case "_$_root" -> root;
            case "_$_property" -> place.key();
            case "_$_path" -> new Text(place.path());
            case "_$_parent" ->
                place.parent() == null ? Null.NULL : place.parent().parentValue();
            case "_$_parentProperty" ->
                place.parent() == null ? Null.NULL : place.parent().key();
            default -> throw new JsException(name + " is not defined");
        };
    }

    private JsValue member(FilterExpression of, FilterExpression name) throws X, JsException {
        if (!(name instanceof FilterExpression.Constant(JsValue key))) {
            throw new JsException("Cannot convert undefined or null to object");
        }
        String property = Conversions.toText(key);
        JsValue value = of(of);
        requireObject(value, property);
        return ObjectPath.own(value, property);
    }

    private static void requireObject(JsValue value, String property) throws JsException {
        if (value.isNullish()) {
            throw new JsException(
                    "Cannot read properties of " + Conversions.toText(value) + " (reading '" + property + "')");
        }
    }

    private JsValue match(FilterExpression of, JsRegex.Compilation compilation) throws X, JsException {
        JsValue value = of(of);
        requireObject(value, "match");
        if (!(value instanceof Text(String text))) {
            throw new JsException("func is not a function");
        }
        return switch (compilation) {
            case JsRegex.Invalid(String message, var _) -> throw new JsException(message);
            case JsRegex.Compiled(JsRegex regex) -> regex.find(text, effort) ? JsArray.of(new Text(text)) : Null.NULL;
        };
    }

    private JsValue binary(String operator, JsValue left, FilterExpression second) throws X, JsException {
        if (operator.equals("&&")) {
            return Conversions.isTruthy(left) ? of(second) : left;
        }
        if (operator.equals("||")) {
            return Conversions.isTruthy(left) ? left : of(second);
        }
        JsValue right = of(second);
        Conversions.charge(left, effort);
        Conversions.charge(right, effort);
        Comparison.Order order = Comparison.order(left, right);
        return switch (operator) {
            case "===" -> Bool.of(Comparison.isSame(left, right));
            case "!==" -> Bool.of(!Comparison.isSame(left, right));
            case "==" -> Bool.of(Comparison.isLooselySame(left, right));
            case "!=" -> Bool.of(!Comparison.isLooselySame(left, right));
            case "<" -> Bool.of(order == Comparison.Order.LESS);
            case ">" -> Bool.of(order == Comparison.Order.GREATER);
            case "<=" -> Bool.of(order == Comparison.Order.LESS || order == Comparison.Order.SAME);
            case ">=" -> Bool.of(order == Comparison.Order.GREATER || order == Comparison.Order.SAME);
            case "-" -> new Num(Conversions.toNumber(left) - Conversions.toNumber(right));
            default -> plus(left, right);
        };
    }

    private JsValue plus(JsValue left, JsValue right) throws X {
        if (isText(left) || isText(right)) {
            String text = Conversions.toText(left);
            String more = Conversions.toText(right);
            effort.spend(text.length() + more.length());
            return new Text(text + more);
        }
        return new Num(Conversions.toNumber(left) + Conversions.toNumber(right));
    }

    private static boolean isText(JsValue value) {
        return value instanceof Text || value instanceof JsArray || value instanceof JsObject;
    }
}
