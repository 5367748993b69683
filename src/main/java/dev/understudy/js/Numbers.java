package dev.understudy.js;

import dev.understudy.js.JsValue.Num;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers to text and back, as ECMA-262 has it (`Number::toString`, `StringToNumber`, `parseInt`).
/// Those that are read as [Num] keep what a double would lose.
public final class Numbers {

    private static final int MAX_PLAIN_DIGITS = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;
    private static final long MAX_EXACT = 1L << 53;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    /// Between these, Java writes fractions as JavaScript does.
    private static final double MIN_PLAIN = 1e-3;

    private static final double MAX_PLAIN = 1e7;

    /// Digits of which every number is exact.
    private static final int MAX_SHORT = 15;

    /// Higher numbers have no next one that anybody could want.
    private static final int MAX_NEXT_DIGITS = 1_000;

    private Numbers() {}

    /// All digits of a number.
    public static String print(Num number) {
        return number.digits() == null ? print(number.value()) : number.digits();
    }

    /// The shortest text that reads as the same number.
    public static String print(double number) {
        if (number == (long) number && Math.abs(number) <= MAX_EXACT) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        double size = Math.abs(number);
        if (size >= MIN_PLAIN && size < MAX_PLAIN) {
            return Double.toString(number);
        }
        BigDecimal shortest = shortest(size);
        String digits = shortest.unscaledValue().toString();
        String text = layOut(digits, digits.length() - shortest.scale());
        return number < 0 ? "-" + text : text;
    }

    /// Java writes two digits at least, where one may be enough.
    private static BigDecimal shortest(double size) {
        BigDecimal digits = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        BigDecimal rounded = digits.round(ONE_DIGIT);
        return digits.precision() == 2 && rounded.doubleValue() == size ? rounded.stripTrailingZeros() : digits;
    }

    /// @param point where the decimal point stands, counted from the first digit
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MAX_PLAIN_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= MAX_PLAIN_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (MIN_PLAIN_EXPONENT < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String sign = exponent < 0 ? "e-" : "e+";
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + sign + Math.abs(exponent);
    }

    /// What `Number(text)` gives; NaN if the text as a whole is no number.
    public static double parse(String text) {
        if (isShort(text)) {
            return Long.parseLong(text);
        }
        String stripped = Whitespace.strip(text);
        if (stripped.isEmpty()) {
            return 0;
        }
        if (isDecimal(stripped)) {
            return Double.parseDouble(stripped);
        }
        return switch (stripped) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> parseRadix(stripped);
        };
    }

    /// What `Number(text)` gives, with the digits that it would lose.
    public static Num read(String text) {
        String stripped = Whitespace.strip(text);
        return isDecimal(stripped) ? decimal(stripped) : new Num(parse(stripped));
    }

    /// The number that digits mean, with a sign, a point and an exponent or without.
    public static Num decimal(String text) {
        if (isShort(text)) {
            return new Num(Long.parseLong(text));
        }
        double value = Double.parseDouble(text);
        return new Num(value, lostBy(value, text));
    }

    /// The digits, unless the value prints as the same number.
    private static @Nullable String lostBy(double value, String text) {
        if (text.length() <= MAX_SHORT && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return null;
        }
        String printed = print(value);
        boolean same = printed.equals(text)
                || (Double.isFinite(value) && Decimal.of(printed).equals(Decimal.of(text)));
        return same ? null : tidy(text);
    }

    /// As JSON writes it: without a plus sign, without zeros in front, and with a digit on both sides of a point.
    private static String tidy(String text) {
        int first = skipSign(text, 0);
        int end = skipDigits(text, first);
        while (first + 1 < end && text.charAt(first) == '0') {
            first++;
        }
        boolean pointless = text.startsWith(".", end) && skipDigits(text, end + 1) == end + 1;
        return (text.startsWith("-") ? "-" : "")
                + (first == end ? "0" : text.substring(first, end))
                + text.substring(pointless ? end + 1 : end);
    }

    /// Which of two numbers is greater, by all digits; neither is NaN.
    public static int compare(Num one, Num other) {
        return one.value() != other.value() || (one.digits() == null && other.digits() == null)
                ? Double.compare(one.value(), other.value())
                : Decimal.of(print(one)).compareTo(Decimal.of(print(other)));
    }

    /// One more; where JavaScript's numbers have gaps, the next whole number. Empty for what is too large to be
    /// counted.
    public static Optional<Num> next(Num number) {
        if (Math.abs(number.value()) < MAX_EXACT) {
            return Optional.of(new Num(number.value() + 1));
        }
        if (!number.isFinite()) {
            return Optional.empty();
        }
        Decimal exact = Decimal.of(print(number));
        return exact.point() <= MAX_NEXT_DIGITS
                ? Optional.of(decimal(exact.next().toString()))
                : Optional.empty();
    }

    /// Whether a text is digits with at most one point among them, and an exponent behind them.
    private static boolean isDecimal(String text) {
        int at = skipSign(text, 0);
        int whole = skipDigits(text, at);
        int end = text.startsWith(".", whole) ? skipDigits(text, whole + 1) : whole;
        boolean digits = whole > at || end > whole + 1;
        if (digits && (text.startsWith("e", end) || text.startsWith("E", end))) {
            int exponent = skipSign(text, end + 1);
            end = skipDigits(text, exponent);
            digits = end > exponent;
        }
        return digits && end == text.length();
    }

    static int skipSign(String text, int at) {
        return text.startsWith("+", at) || text.startsWith("-", at) ? at + 1 : at;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /// A whole number to the base 16, 8 or 2.
    private static double parseRadix(String text) {
        if (text.length() <= 2 || text.charAt(0) != '0') {
            return Double.NaN;
        }
        int radix = switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
        int first = 2;
        for (int at = 2; at < text.length(); at++) {
            char c = text.charAt(at);
            if (radix == 0 || c > 0x7F || Character.digit(c, radix) < 0) {
                return Double.NaN;
            }
            first = first == at && c == '0' && at + 1 < text.length() ? at + 1 : first;
        }
        return text.length() - first > Double.MAX_EXPONENT + 1
                ? Double.POSITIVE_INFINITY
                : new BigInteger(text.substring(first), radix).doubleValue();
    }

    /// What `parseInt(text, 10)` gives: the whole number that the text begins with; NaN if there is none.
    public static double parseInt(String text) {
        if (isShort(text)) {
            return Long.parseLong(text);
        }
        String whole = whole(text);
        return whole.isEmpty() ? Double.NaN : Double.parseDouble(whole);
    }

    /// What `parseInt(text, 10)` gives, with the digits that it would lose unless it is infinite.
    public static Num readInt(String text) {
        String whole = whole(text);
        Num number = whole.isEmpty() ? new Num(Double.NaN) : decimal(whole);
        return Double.isFinite(number.value()) ? number : new Num(number.value());
    }

    private static String whole(String text) {
        String stripped = Whitespace.strip(text);
        int digits = skipSign(stripped, 0);
        int end = skipDigits(stripped, digits);
        return end > digits ? stripped.substring(0, end) : "";
    }

    /// Whether a text is nothing but a few digits.
    private static boolean isShort(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_SHORT) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
