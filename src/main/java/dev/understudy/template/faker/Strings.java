package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// The module `string`.
final class Strings {

    static final String HEX = "0123456789abcdef";
    static final String SYMBOLS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final String NANO = Signs.DIGITS + Signs.UPPER + Signs.LOWER + "_-";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int NANO_LENGTH = 21;
    private static final int ULID_TIME = 10;
    private static final int ULID_CHANCE = 16;

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("string.alpha", ask -> of(ask, cased(ask, ""), 1)),
            entry("string.alphanumeric", ask -> of(ask, cased(ask, Signs.DIGITS), 1)),
            entry("string.numeric", Strings::numeric),
            entry("string.binary", ask -> prefixed(ask, "01", "0b")),
            entry("string.octal", ask -> prefixed(ask, "01234567", "0o")),
            entry("string.hexadecimal", ask -> prefixed(ask, hexadecimals(ask), "0x")),
            entry("string.fromCharacters", Strings::fromCharacters),
            entry("string.nanoid", ask -> of(ask, NANO, NANO_LENGTH)),
            entry("string.sample", Strings::sample),
            entry("string.symbol", ask -> of(ask, SYMBOLS, 1)),
            entry("string.ulid", Strings::ulid),
            entry("string.uuid", ask -> new Text(uuid(ask.chance()))));

    private Strings() {}

    private static JsValue of(Ask ask, String alphabet, int length) throws TemplateException {
        String allowed = without(ask, alphabet);
        if (allowed.isEmpty()) {
            throw new RefusalException("Unable to generate string: No characters are left.");
        }
        return new Text(ask.chance().text(allowed, ask.length("length", length)));
    }

    private static String without(Ask ask, String alphabet) throws TemplateException {
        JsValue exclude = ask.option("exclude");
        Conversions.charge(exclude, ask.budget()::step);
        String excluded = exclude instanceof JsArray array
                ? Conversions.joined(array, "")
                : exclude instanceof Text(String text) ? text : "";
        if (excluded.isEmpty()) {
            return alphabet;
        }
        StringBuilder left = new StringBuilder();
        alphabet.chars().filter(c -> excluded.indexOf(c) < 0).forEach(c -> left.append((char) c));
        return left.toString();
    }

    private static String cased(Ask ask, String digits) {
        return digits
                + switch (ask.text("casing").orElse("mixed")) {
                    case "upper" -> Signs.UPPER;
                    case "lower" -> Signs.LOWER;
                    default -> Signs.UPPER + Signs.LOWER;
                };
    }

    private static String hexadecimals(Ask ask) {
        return switch (ask.text("casing").orElse("mixed")) {
            case "upper" -> HEX.toUpperCase(Locale.ROOT);
            case "lower" -> HEX;
            default -> HEX + "ABCDEF";
        };
    }

    private static JsValue prefixed(Ask ask, String alphabet, String prefix) throws TemplateException {
        return new Text(ask.text("prefix").orElse(prefix) + ask.chance().text(alphabet, ask.length("length", 1)));
    }

    private static JsValue numeric(Ask ask) throws TemplateException {
        int length = ask.length("length", 1);
        String allowed = without(ask, Signs.DIGITS);
        boolean zeros = ask.option("allowLeadingZeros") != Bool.FALSE;
        String first = zeros ? allowed : allowed.replace("0", "");
        if (length > 0 && first.isEmpty()) {
            throw new RefusalException("Unable to generate numeric string, because all possible digits are excluded.");
        }
        return new Text(
                length == 0 ? "" : ask.chance().text(first, 1) + ask.chance().text(allowed, length - 1));
    }

    private static JsValue fromCharacters(Ask ask) throws TemplateException {
        JsValue given = ask.argument(0);
        if (given == Undefined.UNDEFINED) {
            throw new TemplateException("Cannot read properties of undefined (reading 'length')");
        }
        Conversions.charge(given, ask.budget()::step);
        String characters = given instanceof JsArray array ? Conversions.joined(array, "") : Conversions.toText(given);
        if (characters.isEmpty()) {
            throw new RefusalException("Unable to generate string: No characters to select from.");
        }
        return new Text(ask.chance().text(characters, ask.length(ask.argument(1), 1)));
    }

    private static JsValue sample(Ask ask) throws TemplateException {
        int length = ask.length(ask.argument(0), 10);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append((char) ask.chance().between(33, 125));
        }
        return new Text(out.toString());
    }

    private static JsValue ulid(Ask ask) throws TemplateException {
        long millis = (long) ask.now();
        char[] time = new char[ULID_TIME];
        for (int i = ULID_TIME - 1; i >= 0; i--) {
            time[i] = CROCKFORD.charAt((int) (millis & 31));
            millis >>= 5;
        }
        return new Text(new String(time) + ask.chance().text(CROCKFORD, ULID_CHANCE));
    }

    /// A random UUID, version 4.
    static String uuid(Chance chance) {
        long most = (chance.random().nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long least = (chance.random().nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least).toString();
    }

    static String hex(Chance chance, int length) {
        return chance.text(HEX, length);
    }
}
