package dev.understudy.js.jmespath;

import dev.understudy.js.Comparison;
import dev.understudy.js.Effort;
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
            case "==" -> Bool.of(Comparison.isAlike(left, right, effort));
            case "!=" -> Bool.of(!Comparison.isAlike(left, right, effort));
            case "<", "<=", ">", ">=" -> compared(operator, left, right);
            default -> new Num(calculated(operator, number(left), number(right)));
        };
    }

    static double number(JsValue value) {
        return operand(value).value();
    }

    static Num operand(JsValue value) {
        if (value instanceof Num number) {
            return number;
        }
        throw new JmesException("Not a number");
    }

    private static JsValue compared(String operator, JsValue left, JsValue right) {
        if (!(left instanceof Num(double one, var _)) || !(right instanceof Num(double other, var _))) {
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
}
