package dev.understudy.js;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers to text and back, as ECMA-262 has it (`Number::toString`, `StringToNumber`, `parseInt`).
public final class Numbers {

    private static final int MAX_PLAIN_DIGITS = 21;
    private static final int MIN_PLAIN_EXPONENT = -6;
    private static final long MAX_EXACT = 1L << 53;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern RADIX = Pattern.compile("0([xX])([0-9a-fA-F]+)|0([oO])([0-7]+)|0([bB])([01]+)");
    private static final Pattern LEADING_INTEGER = Pattern.compile("^[+-]?\\d+");

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
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        String text = layOut(digits, digits.length() - shortest.scale());
        return number < 0 ? "-" + text : text;
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
        String stripped = Whitespace.strip(text);
        if (stripped.isEmpty()) {
            return 0;
        }
        if (DECIMAL.matcher(stripped).matches()) {
            return Double.parseDouble(stripped);
        }
        Matcher radix = RADIX.matcher(stripped);
        if (radix.matches()) {
            if (radix.group(2) != null) {
                return new BigInteger(radix.group(2), 16).doubleValue();
            }
            return radix.group(4) != null
                    ? new BigInteger(radix.group(4), 8).doubleValue()
                    : new BigInteger(radix.group(6), 2).doubleValue();
        }
        return switch (stripped) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /// What `parseInt(text, 10)` gives: the whole number that the text begins with; NaN if there is none.
    public static double parseInt(String text) {
        Matcher leading = LEADING_INTEGER.matcher(Whitespace.strip(text));
        return leading.find() ? Double.parseDouble(leading.group()) : Double.NaN;
    }
}
