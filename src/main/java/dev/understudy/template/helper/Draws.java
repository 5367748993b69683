package dev.understudy.template.helper;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import java.util.random.RandomGenerator;

/// What helpers draw by lot, but for made-up data.
public final class Draws {

    private Draws() {}

    /// A whole number between two bounds, which may be drawn as well; NaN if one of them is no number. It does not
    /// matter which bound is the greater one.
    public static double between(JsValue one, JsValue other, RandomGenerator random) {
        double first = Conversions.toNumber(one);
        double second = Conversions.toNumber(other);
        double low = Math.ceil(Math.min(first, second));
        double high = Math.floor(Math.max(first, second));
        return Math.floor(random.nextDouble() * (high - low + 1)) + low;
    }
}
