package dev.understudy.js.jmespath;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;

/// Comparisons and calculations.
final class Operators {

    private Operators() {}

    static <X extends Exception> JsValue apply(String operator, JsValue left, JsValue right, Effort<X> effort)
            throws X {
        return switch (operator) {
            case "==" -> Bool.of(isSame(left, right, effort));
            case "!=" -> Bool.of(!isSame(left, right, effort));
            case "<", "<=", ">", ">=" -> compared(operator, left, right);
            default -> new Num(calculated(operator, number(left), number(right)));
        };
    }

    static double number(JsValue value) {
        if (value instanceof Num(double number)) {
            return number;
        }
        throw new JmesException("Not a number");
    }

    private static JsValue compared(String operator, JsValue left, JsValue right) {
        if (!(left instanceof Num(double one)) || !(right instanceof Num(double other))) {
            return Null.NULL;
        }
        return Bool.of(
                switch (operator) {
                    case "<" -> one < other;
                    case "<=" -> one <= other;
                    case ">" -> one > other;
                    default -> one >= other;
                });
    }

    private static double calculated(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*", "×" -> left * right;
            case "/", "÷" -> left / divisor(right);
            case "%" -> left % right;
            case "//" -> Math.floor(left / divisor(right));
            default -> throw new JmesException("There is no operator " + operator);
        };
    }

    private static double divisor(double number) {
        if (number == 0) {
            throw new JmesException("Not a number");
        }
        return number;
    }

    /// Whether two values are the same, inside too.
    static <X extends Exception> boolean isSame(JsValue left, JsValue right, Effort<X> effort) throws X {
        effort.spend(1);
        if (left instanceof Num(double one) && right instanceof Num(double other)) {
            return one == other;
        }
        if (left instanceof JsArray one && right instanceof JsArray other) {
            return areSame(one, other, effort);
        }
        if (left instanceof JsObject one && right instanceof JsObject other) {
            if (!one.names().equals(other.names())) {
                return false;
            }
            for (String name : one.names()) {
                if (!isSame(one.get(name), other.get(name), effort)) {
                    return false;
                }
            }
            return true;
        }
        return left.equals(right);
    }

    private static <X extends Exception> boolean areSame(JsArray one, JsArray other, Effort<X> effort) throws X {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!isSame(one.get(i), other.get(i), effort)) {
                return false;
            }
        }
        return true;
    }
}
