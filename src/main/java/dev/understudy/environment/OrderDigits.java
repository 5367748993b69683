package dev.understudy.environment;

/// The base-62 arithmetic behind [OrderKey].
final class OrderDigits {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final char ZERO = '0';
    private static final char LAST = 'z';

    /// No key may be this one: nothing could be put before it.
    private static final String SMALLEST_INTEGER = "A" + "0".repeat(26);

    private OrderDigits() {}

    static boolean isKey(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return false;
        }
        int length = integerLength(text.charAt(0));
        return length > 0
                && text.length() >= length
                && !text.equals(SMALLEST_INTEGER)
                && (text.length() == length || text.charAt(text.length() - 1) != ZERO);
    }

    static String before(String key) {
        String integer = integerOf(key);
        String fraction = key.substring(integer.length());
        if (integer.equals(SMALLEST_INTEGER)) {
            return integer + middle("", fraction);
        }
        if (!fraction.isEmpty()) {
            return integer;
        }
        String previous = decrement(integer);
        return previous.equals(SMALLEST_INTEGER) ? previous + middle("", "") : previous;
    }

    static String after(String key) {
        String integer = integerOf(key);
        String next = increment(integer);
        return next.isEmpty() ? integer + middle(key.substring(integer.length()), "") : next;
    }

    static String between(String low, String high) {
        String lowInteger = integerOf(low);
        String highInteger = integerOf(high);
        String lowFraction = low.substring(lowInteger.length());
        if (lowInteger.equals(highInteger)) {
            return lowInteger + middle(lowFraction, high.substring(highInteger.length()));
        }
        String next = increment(lowInteger);
        return !next.isEmpty() && next.compareTo(high) < 0 ? next : lowInteger + middle(lowFraction, "");
    }

    /// The shortest handy fraction strictly between two; an empty `high` means one.
    private static String middle(String low, String high) {
        StringBuilder shared = new StringBuilder();
        int at = 0;
        while (!high.isEmpty() && at < high.length() && digitAt(low, at) == high.charAt(at)) {
            shared.append(high.charAt(at++));
        }
        int lowDigit = DIGITS.indexOf(digitAt(low, at));
        int highDigit = at < high.length() ? DIGITS.indexOf(high.charAt(at)) : DIGITS.length();
        if (highDigit - lowDigit > 1) {
            return shared.append(DIGITS.charAt((lowDigit + highDigit + 1) / 2)).toString();
        }
        if (high.length() > at + 1) {
            return shared.append(high.charAt(at)).toString();
        }
        String rest = low.length() > at + 1 ? low.substring(at + 1) : "";
        return shared.append(DIGITS.charAt(lowDigit)).append(middle(rest, "")).toString();
    }

    private static char digitAt(String fraction, int at) {
        return at < fraction.length() ? fraction.charAt(at) : ZERO;
    }

    /// The next integer part, or empty when there is none.
    private static String increment(String integer) {
        char[] digits = integer.toCharArray();
        for (int at = digits.length - 1; at > 0; at--) {
            if (digits[at] != LAST) {
                digits[at] = DIGITS.charAt(DIGITS.indexOf(digits[at]) + 1);
                return new String(digits);
            }
            digits[at] = ZERO;
        }
        char head = digits[0];
        if (head == 'Z') {
            return "a0";
        }
        return head == 'z' ? "" : resized((char) (head + 1), ZERO);
    }

    private static String decrement(String integer) {
        char[] digits = integer.toCharArray();
        for (int at = digits.length - 1; at > 0; at--) {
            if (digits[at] != ZERO) {
                digits[at] = DIGITS.charAt(DIGITS.indexOf(digits[at]) - 1);
                return new String(digits);
            }
            digits[at] = LAST;
        }
        return digits[0] == 'a' ? "Zz" : resized((char) (digits[0] - 1), LAST);
    }

    private static String resized(char head, char digit) {
        return head + String.valueOf(digit).repeat(integerLength(head) - 1);
    }

    private static String integerOf(String key) {
        return key.substring(0, integerLength(key.charAt(0)));
    }

    /// Characters of the integer part, its head included; 0 if the head is not a letter.
    private static int integerLength(char head) {
        if (head >= 'a' && head <= 'z') {
            return head - 'a' + 2;
        }
        return head >= 'A' && head <= 'Z' ? 'Z' - head + 2 : 0;
    }
}
