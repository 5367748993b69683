package dev.understudy.template.faker;

/// Signs that stand for characters: `#` a digit, `!` one from 2, `Ø` one from 1, `?` a letter, `*` either.
final class Signs {

    static final String DIGITS = "0123456789";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Signs() {}

    static String replaced(String text, Chance chance) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    switch (c) {
                        case '#' -> (char) ('0' + chance.below(10));
                        case '!' -> (char) ('2' + chance.below(8));
                        case 'Ø' -> (char) ('1' + chance.below(9));
                        case '?' -> UPPER.charAt(chance.below(UPPER.length()));
                        case '*' -> {
                            int at = chance.below(UPPER.length() + DIGITS.length());
                            yield at < UPPER.length() ? UPPER.charAt(at) : DIGITS.charAt(at - UPPER.length());
                        }
                        default -> c;
                    });
        }
        return out.toString();
    }
}
