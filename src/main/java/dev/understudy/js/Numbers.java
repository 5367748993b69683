package dev.understudy.js;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers to text and back, as ECMA-262 has it (`Number::toString`, `StringToNumber`, `parseInt`).
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

    private Numbers() {}

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

    private static int skipSign(String text, int at) {
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
        String stripped = Whitespace.strip(text);
        int digits = skipSign(stripped, 0);
        int end = skipDigits(stripped, digits);
        return end > digits ? Double.parseDouble(stripped.substring(0, end)) : Double.NaN;
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
