package dev.understudy.format;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A number of a file that remembers how it was written, so that `1e2` is not made `100` or `1E+2`. It prints as it
/// was written; in everything else it is the number itself.
final class WrittenNumber extends BigDecimal {

    private static final long serialVersionUID = 1L;

    private final String text;

    private WrittenNumber(BigDecimal value, String text) {
        super(value.unscaledValue(), value.scale());
        this.text = text;
    }

    /// @param text a number in JSON
    static WrittenNumber of(String text) {
        return new WrittenNumber(value(text), text);
    }

    /// A number whose exponent is beyond all bounds is the largest or smallest that there is.
    private static BigDecimal value(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException beyond) {
            int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
            int scale = text.charAt(exponent + 1) == '-' ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            return new BigDecimal(text.startsWith("-") ? BigInteger.ONE.negate() : BigInteger.ONE, scale);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
