package dev.understudy.js.date;

import dev.understudy.js.JsException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern that dates are written by: the tokens of date-fns, in English. Parsed once; immutable; any thread may
/// format with it.
public final class DateFormat {

    /// Longer patterns write nothing.
    public static final int MAX_PATTERN = 1000;

    private static final Pattern LONG = Pattern.compile("P+p+|P+|p+|''|'(?:''|[^'])++(?:'|$)|.", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("[yYQqMLwIdDecihHKkms]o|(\\w)\\1*+|''|'(?:''|[^'])++(?:'|$)|.", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("[a-zA-Z]");

    private final List<String> tokens;

    private DateFormat(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /// Reads a pattern; any text is one, until something is to be written by it.
    public static DateFormat parse(String pattern) {
        if (pattern.length() > MAX_PATTERN) {
            return new DateFormat(List.of());
        }
        StringBuilder expanded = new StringBuilder();
        Matcher parts = LONG.matcher(pattern);
        while (parts.find()) {
            String part = parts.group();
            boolean shorthand = part.charAt(0) == 'P' || part.charAt(0) == 'p';
            expanded.append(shorthand ? DateFields.expanded(part) : part);
        }
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expanded);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new DateFormat(tokens);
    }

    /// The date as text.
    ///
    /// @throws JsException if there is no such date, or a letter of the pattern means nothing
    public String format(double millis, ZoneId zone) throws JsException {
        if (Double.isNaN(millis)) {
            throw new JsException("Invalid time value");
        }
        if (tokens.isEmpty()) {
            throw new JsException("Cannot read properties of null (reading 'map')"); // what date-fns says
        }
        ZonedDateTime date = JsDates.at(millis, zone);
        StringBuilder out = new StringBuilder();
        for (String token : tokens) {
            out.append(text(token, date));
        }
        return out.toString();
    }

    private static String text(String token, ZonedDateTime date) throws JsException {
        char first = token.charAt(0);
        if (token.equals("''")) {
            return "'";
        }
        if (first == '\'') {
            boolean closed = token.length() > 1 && token.endsWith("'");
            String inside = token.substring(1, closed ? token.length() - 1 : token.length());
            return inside.replace("''", "'");
        }
        Optional<String> field = DateFields.text(token, date);
        if (field.isEmpty() && LETTER.matcher(String.valueOf(first)).matches()) {
            throw new JsException("Format string contains an unescaped latin alphabet character `" + first + "`");
        }
        return field.orElse(token);
    }
}
