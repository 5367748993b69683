package dev.understudy.format;

import static dev.understudy.format.mistake.Rewording.known;

import dev.understudy.format.mistake.Rewording;
import java.util.Locale;

/// Says in plain words what the parser found wrong with a JSON text. Pure.
final class JsonMistake {

    private static final String SIGN = "Unexpected character \\('(.)'.*";

    private static final Rewording KNOWN = Rewording.of(
            known(
                    SIGN + "expecting double-quote to start property name.*",
                    "a name in double quotes should stand where “$1” is"),
            known(SIGN + "expecting a colon.*", "a colon should stand between a name and its value, where “$1” is"),
            known(SIGN + "expecting comma.*", "a comma should stand before “$1”"),
            known(SIGN + "expected a (valid )?value.*", "a value should stand where “$1” is"),
            known("Unrecognized token '([^']*)'.*", "“$1” is no value. Texts stand in double quotes"),
            known("Unexpected end-of-input.*", "it ends too early: something that was opened is not closed"),
            known("Unexpected close marker '(.)'.*", "“$1” closes something else than was opened last"),
            known("Illegal unquoted character.*", "a text holds a line break or tab. Write \\\\n or \\\\t instead"),
            known("Unrecognized character escape '?(.)'?.*", "“\\\\$1” means nothing in a text. Write two backslashes"),
            known("Invalid numeric value.*", "a number is not written as JSON writes numbers"),
            known("Trailing token.*", "something follows after its end"));

    private static final String ADVICE_TO_PROGRAMMERS =
            "(?s)(: (enable|maybe a|not allowed|only regular|has to be|was expecting)| \\(start marker| \\(`|\\(Source:).*";

    private JsonMistake() {}

    /// @param told the parser's own words
    static String words(String told) {
        return KNOWN.words(told.strip()).map(words -> words + ".").orElseGet(() -> withoutAdvice(told));
    }

    private static String withoutAdvice(String told) {
        String plain = told.strip()
                .replaceAll(",? from `[^`]*`", "")
                .replaceAll(ADVICE_TO_PROGRAMMERS, "")
                .replaceAll("\\('(.)' \\(code \\d+\\)\\)", "'$1'")
                .replaceAll(" \\(code \\d+\\)", "");
        String lower = plain.isEmpty() ? plain : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        return lower + (lower.endsWith(".") ? "" : ".");
    }
}
