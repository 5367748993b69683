package dev.understudy.js;

import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value as JavaScript knows it. All are immutable, so that requests can share them: what JavaScript changes in
/// place is changed here by putting a new value in the place of the old one. How values convert is [Conversions].
public sealed interface JsValue
        permits JsArray,
                JsObject,
                JsValue.Big,
                JsValue.Bool,
                JsValue.Moment,
                JsValue.Null,
                JsValue.Num,
                JsValue.SafeText,
                JsValue.Text,
                JsValue.Undefined {

    /// What any value weighs.
    long WEIGHT = 16;

    /// What weighs more is not weighed any further.
    long MAX_WEIGHT = 1L << 40;

    /// No value at all: not the same as [Null]. JSON leaves it out.
    enum Undefined implements JsValue {
        UNDEFINED
    }

    /// The value that says "nothing".
    enum Null implements JsValue {
        NULL
    }

    /// True or false.
    enum Bool implements JsValue {
        FALSE,
        TRUE;

        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /// A number as all of JavaScript's are: IEEE 754, 64 bits. One that is not quite what was written keeps the
    /// digits: it is calculated with and ordered as JavaScript does, but it prints with all of them, and is the
    /// same only as a number that has the same ones.
    ///
    /// @param digits as JSON writes them; null where the value alone prints as the same number
    record Num(double value, @Nullable String digits) implements JsValue {

        public Num(double value) {
            this(value, null);
        }

        /// `===`, by all digits.
        public boolean isSame(Num other) {
            return value == other.value && hasDigitsOf(other);
        }

        private boolean hasDigitsOf(Num other) {
            if (digits == null || other.digits == null || digits.equals(other.digits)) {
                return Objects.equals(digits, other.digits);
            }
            return Decimal.of(digits).equals(Decimal.of(other.digits));
        }

        /// Whether it is not infinite, and not NaN. Written digits are finite, however large the number.
        public boolean isFinite() {
            return digits != null || Double.isFinite(value);
        }

        public boolean isWhole() {
            return digits == null ? value % 1 == 0 : Decimal.of(digits).isWhole();
        }

        /// `-number`.
        public Num negative() {
            return new Num(-value, digits == null ? null : digits.startsWith("-") ? digits.substring(1) : "-" + digits);
        }

        @Override
        public long weight() {
            return digits == null ? WEIGHT : WEIGHT + digits.length();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Num number && Double.compare(value, number.value) == 0 && hasDigitsOf(number);
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /// A whole number of any size.
    record Big(BigInteger value) implements JsValue {

        @Override
        public long weight() {
            return WEIGHT + value.bitLength() / Byte.SIZE;
        }
    }

    /// A string of UTF-16 code units, lone surrogates included.
    record Text(String value) implements JsValue {

        public static final Text EMPTY = new Text("");

        @Override
        public long weight() {
            return WEIGHT + value.length();
        }
    }

    /// A date.
    ///
    /// @param millis since 1970-01-01T00:00Z; NaN for an invalid one
    record Moment(double millis) implements JsValue {}

    /// A string that templates print as it is, without escaping. To JavaScript it is an object: truthy even when it
    /// is empty.
    record SafeText(String value) implements JsValue {

        @Override
        public long weight() {
            return WEIGHT + value.length();
        }
    }

    /// How many lists and objects stand within each other in it, itself included; 0 for other values.
    default int depth() {
        return 0;
    }

    /// How much there is of it, roughly: one for each character, and [#WEIGHT] for each value and each name. What
    /// stands in several places counts in each of them. [#MAX_WEIGHT] at most.
    default long weight() {
        return WEIGHT;
    }

    /// Whether it is null or undefined.
    default boolean isNullish() {
        return this == Null.NULL || this == Undefined.UNDEFINED;
    }
}
