package dev.understudy.js;

import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.StringJoiner;

/// How values become booleans, numbers and strings when JavaScript wants one (ECMA-262, 7.1).
public final class Conversions {

    /// Characters that are looked through for one step.
    private static final int PER_STEP = 16;

    private Conversions() {}

    /// `Boolean(value)`.
    public static boolean isTruthy(JsValue value) {
        return switch (value) {
            case Undefined _, Null _ -> false;
            case Bool bool -> bool == Bool.TRUE;
            case Num(double number, var _) -> number != 0 && !Double.isNaN(number);
            case Big(var number) -> number.signum() != 0;
            case Text(String text) -> !text.isEmpty();
            case Moment _, SafeText _, JsArray _, JsObject _ -> true;
        };
    }

    /// `Number(value)`.
    public static double toNumber(JsValue value) {
        return switch (value) {
            case Undefined _ -> Double.NaN;
            case Null _ -> 0;
            case Bool bool -> bool == Bool.TRUE ? 1 : 0;
            case Num(double number, var _) -> number;
            case Big(var number) -> number.doubleValue();
            case Text(String text) -> Numbers.parse(text);
            case Moment(double millis) -> millis;
            case SafeText(String text) -> Numbers.parse(text);
            case JsArray array -> ofOnly(array);
            case JsObject _ -> Double.NaN;
        };
    }

    /// `Number(value)` with the digits that it would lose.
    public static Num toNum(JsValue value) {
        return switch (value) {
            case Num number -> number;
            case Text(String text) -> Numbers.read(text);
            case SafeText(String text) -> Numbers.read(text);
            case Big(var number) -> Numbers.decimal(number.toString());
            case Undefined _, Null _, Bool _, Moment _, JsArray _, JsObject _ -> new Num(toNumber(value));
        };
    }

    /// The commas in the text of a longer list make it no number.
    private static double ofOnly(JsArray array) {
        JsValue first = array.get(0);
        return switch (array.size()) {
            case 0 -> 0;
            case 1 ->
                first instanceof JsArray inner ? ofOnly(inner) : first.isNullish() ? 0 : Numbers.parse(toText(first));
            default -> Double.NaN;
        };
    }

    /// `String(value)`. Dates are told in UTC.
    public static String toText(JsValue value) {
        return switch (value) {
            case Undefined _ -> "undefined";
            case Null _ -> "null";
            case Bool bool -> bool == Bool.TRUE ? "true" : "false";
            case Num number -> Numbers.print(number);
            case Big(var number) -> number.toString();
            case Text(String text) -> text;
            case Moment(double millis) -> DateText.print(millis);
            case SafeText(String text) -> text;
            case JsArray array -> joined(array, ",");
            case JsObject _ -> "[object Object]";
        };
    }

    /// Pays for the text or the number that a value is about to be made into. Free where that takes no look inside.
    ///
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> void charge(JsValue value, Effort<X> effort) throws X {
        switch (value) {
            case JsArray array -> effort.spend(array.weight() / PER_STEP);
            case Text(String text) -> effort.spend(text.length() / PER_STEP);
            case SafeText(String text) -> effort.spend(text.length() / PER_STEP);
            case Undefined _, Null _, Bool _, Num _, Big _, Moment _, JsObject _ -> {}
        }
    }

    /// `array.join(separator)`: null and undefined leave nothing between the separators.
    public static String joined(JsArray array, String separator) {
        StringJoiner joiner = new StringJoiner(separator);
        for (JsValue value : array.values()) {
            joiner.add(value.isNullish() ? "" : toText(value));
        }
        return joiner.toString();
    }
}
