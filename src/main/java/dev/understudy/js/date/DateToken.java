package dev.understudy.js.date;

/// A piece of a text that may be a date.
///
/// @param value of numbers and known words
/// @param length in characters
record DateToken(Kind kind, int value, int length) {

    /// What it is.
    enum Kind {
        NUMBER,
        MONTH,
        HALF_DAY,
        ZONE,
        T,
        WORD,
        SYMBOL,
        SPACE,
        END
    }

    boolean is(char symbol) {
        return kind == Kind.SYMBOL && value == symbol;
    }

    boolean isSign() {
        return is('+') || is('-');
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /// A number of so many digits.
    boolean isNumber(int digits) {
        return kind == Kind.NUMBER && length == digits;
    }

    boolean isZ() {
        return kind == Kind.ZONE && length == 1;
    }
}
