package dev.understudy.js;

import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;

/// JavaScript's `==`, `===` and `<`, and whether values are alike inside. Numbers are the same if all of their digits
/// are; they are ordered as JavaScript's are.
public final class Comparison {

    /// How two values stand to each other.
    public enum Order {
        LESS,
        SAME,
        GREATER,
        /// A number is missing on one side, and every comparison is false.
        NONE
    }

    private Comparison() {}

    /// `left === right`: without conversion, and objects only with themselves.
    public static boolean isSame(JsValue left, JsValue right) {
        return switch (left) {
            case Undefined _, Null _, Bool _ -> left == right;
            case Num number -> right instanceof Num other && number.isSame(other);
            case Big _, Text _ -> left.equals(right);
            case Moment _, SafeText _, JsArray _, JsObject _ -> isIdentical(left, right);
        };
    }

    /// `left == right`: null and undefined are the same, and values of different types are compared as numbers.
    public static boolean isLooselySame(JsValue left, JsValue right) {
        if (left.isNullish() || right.isNullish()) {
            return left.isNullish() && right.isNullish();
        }
        if (left.getClass() == right.getClass()) {
            return isSame(left, right);
        }
        if (isObject(left) && isObject(right)) {
            return false;
        }
        JsValue one = isObject(left) ? new Text(Conversions.toText(left)) : left;
        JsValue other = isObject(right) ? new Text(Conversions.toText(right)) : right;
        return (one instanceof Text && other instanceof Text)
                ? one.equals(other)
                : Conversions.toNum(one).isSame(Conversions.toNum(other));
    }

    /// Whether two values are the same, inside too.
    ///
    /// @throws X if there is not enough to pay with
    public static <X extends Exception> boolean isAlike(JsValue left, JsValue right, Effort<X> effort) throws X {
        effort.spend(1);
        return switch (left) {
            case Num number -> right instanceof Num other && number.isSame(other);
            case JsArray list -> right instanceof JsArray other && areAlike(list, other, effort);
            case JsObject object -> right instanceof JsObject other && areAlike(object, other, effort);
            case Text text -> {
                Conversions.charge(text, effort);
                yield text.equals(right);
            }
            case Undefined _, Null _, Bool _, Big _, Moment _, SafeText _ -> left.equals(right);
        };
    }

    private static <X extends Exception> boolean areAlike(JsArray one, JsArray other, Effort<X> effort) throws X {
        if (one.size() != other.size()) {
            return false;
        }
        for (int at = 0; at < one.size(); at++) {
            if (!isAlike(one.get(at), other.get(at), effort)) {
                return false;
            }
        }
        return true;
    }

    private static <X extends Exception> boolean areAlike(JsObject one, JsObject other, Effort<X> effort) throws X {
        effort.spend(one.size());
        if (!one.names().equals(other.names())) {
            return false;
        }
        for (String name : one.names()) {
            if (!isAlike(one.get(name), other.get(name), effort)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(JsValue value) {
        return switch (value) {
            case Moment _, SafeText _, JsArray _, JsObject _ -> true;
            case Undefined _, Null _, Bool _, Num _, Big _, Text _ -> false;
        };
    }

    /// What `<`, `===` on the converted values and `>` find: strings by UTF-16 code units, anything else by number.
    public static Order order(JsValue left, JsValue right) {
        if (isStringLike(left) && isStringLike(right)) {
            return ofSign(Conversions.toText(left).compareTo(Conversions.toText(right)));
        }
        double one = Conversions.toNumber(left);
        double other = Conversions.toNumber(right);
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Order.NONE;
        }
        return one < other ? Order.LESS : one > other ? Order.GREATER : Order.SAME;
    }

    private static Order ofSign(int sign) {
        return sign < 0 ? Order.LESS : sign > 0 ? Order.GREATER : Order.SAME;
    }

    private static boolean isStringLike(JsValue value) {
        return switch (value) {
            case Text _, SafeText _, JsArray _, JsObject _ -> true;
            case Undefined _, Null _, Bool _, Num _, Big _, Moment _ -> false;
        };
    }

    @SuppressWarnings("ReferenceEquality") // identity is what JavaScript compares here
    private static boolean isIdentical(JsValue left, JsValue right) {
        return left == right;
    }
}
