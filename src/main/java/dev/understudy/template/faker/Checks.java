package dev.understudy.template.faker;

import java.math.BigInteger;

/// The digits that make numbers valid.
final class Checks {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checks() {}

    /// What to add to the digits of a card.
    static char luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /// The two digits of an IBAN.
    static String iban(String country, String account) {
        StringBuilder digits = new StringBuilder();
        (account + country + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int rest = new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
        int check = 98 - rest;
        return (check < 10 ? "0" : "") + check;
    }

    /// The last character of an ISBN with ten digits.
    static char isbn10(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (10 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /// The last digit of an ISBN with thirteen.
    static char isbn13(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /// The last digit of a routing number of a bank.
    static char routing(String digits) {
        int[] weights = {3, 7, 1};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += weights[i % 3] * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
