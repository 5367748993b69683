package dev.understudy.team.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passwords that guessers try first, and what people make of them to get them past a rule: capitals, digits in
/// the place of letters, numbers and signs around them, the same once more.
final class CommonPasswords {

    private static final String LIST = "common-passwords.txt";
    private static final Set<String> LISTED = read();
    /// Words that are too short to be a password by themselves.
    private static final Set<String> STEMS = Set.of(
            "password",
            "passwort",
            "passwd",
            "pass",
            "qwerty",
            "qwertz",
            "azerty",
            "asdf",
            "asdfgh",
            "zxcvbn",
            "letmein",
            "welcome",
            "admin",
            "root",
            "user",
            "login",
            "secret",
            "changeme",
            "iloveyou",
            "dragon",
            "monkey",
            "master",
            "sunshine",
            "princess",
            "football",
            "baseball",
            "superman",
            "batman",
            "trustno",
            "hello",
            "test",
            "guest",
            "default",
            "summer",
            "winter",
            "spring",
            "autumn",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "understudy",
            "mockoon",
            "abc",
            "abcd",
            "abcdef",
            "qwe",
            "asd",
            "zxc");
    private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Pattern AGAIN = Pattern.compile("(.{1,12}?)\\1+");
    private static final String DIGITS = "01234567890";
    private static final String ROWS = "qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz";

    private CommonPasswords() {}

    static boolean contain(String password) {
        String plain = password.strip().toLowerCase(Locale.ROOT);
        return Stream.of(plain, letters(plain)).anyMatch(form -> isListed(form) || isListed(bare(form)))
                || isStem(letters(bare(plain)))
                || isStem(bare(letters(plain)))
                || isRow(plain);
    }

    private static boolean isListed(String form) {
        return LISTED.contains(form) || isStem(form);
    }

    /// A stem, or one over and over.
    private static boolean isStem(String form) {
        var again = AGAIN.matcher(form);
        return STEMS.contains(form) || (again.matches() && STEMS.contains(bare(again.group(1))));
    }

    /// Nothing but digits, or a piece of a row of keys or of the alphabet, either way.
    private static boolean isRow(String plain) {
        String without = plain.replaceAll("[^\\p{L}\\p{N}]", "");
        String letters = bare(without);
        String backwards = new StringBuilder(letters).reverse().toString();
        boolean counts = without.matches("[0-9]{4,}") && isCounting(without);
        return counts || (letters.length() >= 4 && (ROWS.contains(letters) || ROWS.contains(backwards)));
    }

    /// Counts up or down, or repeats a few digits.
    private static boolean isCounting(String digits) {
        String twice = DIGITS + DIGITS.substring(1);
        return twice.contains(digits)
                || twice.contains(new StringBuilder(digits).reverse())
                || AGAIN.matcher(digits).matches();
    }

    private static String bare(String form) {
        return AROUND.matcher(AROUND.matcher(form).replaceAll("")).replaceAll("");
    }

    /// With the letters that digits and signs stand for.
    private static String letters(String plain) {
        return plain.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static Set<String> read() {
        InputStream file = CommonPasswords.class.getResourceAsStream(LIST);
        if (file == null) {
            throw new IllegalStateException(LIST + " is not there");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
