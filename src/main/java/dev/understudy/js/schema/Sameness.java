package dev.understudy.js.schema;

import dev.understudy.js.Effort;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;

/// Whether values are the same, inside too.
final class Sameness {

    private Sameness() {}

    static <X extends Exception> boolean isSame(JsValue left, JsValue right, Effort<X> effort) throws X {
        effort.spend(1);
        if (left instanceof Num(double one) && right instanceof Num(double other)) {
            return one == other;
        }
        if (left instanceof JsArray one && right instanceof JsArray other) {
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = isSame(one.get(i), other.get(i), effort);
            }
            return same;
        }
        if (left instanceof JsObject one && right instanceof JsObject other) {
            boolean same = one.names().equals(other.names());
            for (String name : one.names()) {
                same = same && isSame(one.get(name), other.get(name), effort);
            }
            return same;
        }
        return left.equals(right);
    }

    static <X extends Exception> boolean areDifferent(JsArray array, Effort<X> effort) throws X {
        for (int i = 0; i < array.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(array.get(i), array.get(j), effort)) {
                    return false;
                }
            }
        }
        return true;
    }
}
