package dev.understudy.js;

import java.math.BigInteger;

/// The exact value of a decimal text. Two are equal if they mean the same number, however it is written.
///
/// @param digits from the first to the last that is no zero; none for zero
/// @param point how many digits stand before the point; negative if zeros follow it
record Decimal(boolean negative, String digits, long point) implements Comparable<Decimal> {

    private static final Decimal ZERO = new Decimal(false, "", 0);

    /// Exponents beyond count as this one.
    private static final long MAX_EXPONENT = 100_000_000_000_000_000L;

    /// Of a text of digits with a sign, a point and an exponent or without.
    static Decimal of(String text) {
        int start = Numbers.skipSign(text, 0);
        int point = start;
        while (point < text.length() && isDigit(text.charAt(point))) {
            point++;
        }
        int end = point < text.length() && text.charAt(point) == '.' ? point + 1 : point;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        String all = text.substring(start, point) + (end > point ? text.substring(point + 1, end) : "");
        int first = 0;
        while (first < all.length() && all.charAt(first) == '0') {
            first++;
        }
        int last = all.length();
        while (last > first && all.charAt(last - 1) == '0') {
            last--;
        }
        long exponent = end < text.length() ? exponent(text.substring(end + 1)) : 0;
        return first == last
                ? ZERO
                : new Decimal(text.startsWith("-"), all.substring(first, last), point - start - first + exponent);
    }

    private static long exponent(String text) {
        try {
            return Math.clamp(Long.parseLong(text), -MAX_EXPONENT, MAX_EXPONENT);
        } catch (NumberFormatException tooLarge) {
            return text.startsWith("-") ? -MAX_EXPONENT : MAX_EXPONENT;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isWhole() {
        return digits.length() <= point;
    }

    /// The lowest whole number that is greater. It has as many digits as stand before the point.
    BigInteger next() {
        int before = (int) Math.max(0, Math.min(point, digits.length()));
        String whole = "0" + digits.substring(0, before) + "0".repeat((int) Math.max(0, point - before));
        BigInteger size = new BigInteger(whole);
        BigInteger truncated = negative ? size.negate() : size;
        return negative && !isWhole() ? truncated : truncated.add(BigInteger.ONE);
    }

    @Override
    public int compareTo(Decimal other) {
        if (signum() != other.signum()) {
            return Integer.compare(signum(), other.signum());
        }
        int size = point == other.point ? digits.compareTo(other.digits) : Long.compare(point, other.point);
        return negative ? -size : size;
    }

    private int signum() {
        return digits.isEmpty() ? 0 : negative ? -1 : 1;
    }
}
