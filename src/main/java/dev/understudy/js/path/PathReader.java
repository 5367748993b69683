package dev.understudy.js.path;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a path into its steps. It is as forgiving as the reference: what is left open is taken to be closed, and two
/// separators with nothing between them mean any depth. For one path.
final class PathReader {

    private static final char SEPARATOR = ';';
    private static final Pattern TYPE = Pattern.compile(
            "@(?:null|boolean|number|string|integer|undefined|nonFinite|scalar|array|object|function|other)\\(\\)");
    private static final Pattern UPS = Pattern.compile(";?(\\^+);?");
    private static final Pattern SUBSTITUTE = Pattern.compile("#(\\d+)");

    private final String path;
    private final StringBuilder out = new StringBuilder();
    private final List<String> expressions = new ArrayList<>();
    private int at;
    private boolean closedLast;

    private PathReader(String path) {
        this.path = path;
    }

    static List<PathStep> read(String path) {
        PathReader reader = new PathReader(path);
        reader.scan();
        return reader.steps();
    }

    private void scan() {
        Matcher type = TYPE.matcher(path);
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '@' && type.region(at, path.length()).lookingAt()) {
                out.append(SEPARATOR).append(type.group()).append(SEPARATOR);
                at = type.end();
            } else if ((c != '[' && c != '\'') || !expression()) {
                character(c);
            }
        }
    }

    private void character(char c) {
        switch (c) {
            case '[' -> {
                if (!quoted()) {
                    at++;
                    out.append(SEPARATOR);
                    skipQuote();
                    rest();
                }
            }
            case '.' -> {
                dropQuote();
                at++;
                out.append(SEPARATOR);
                skipQuote();
            }
            case '~' -> {
                at++;
                out.append(SEPARATOR).append(c).append(SEPARATOR);
            }
            case ']' -> {
                at++;
                dropSingleQuote();
                closedLast = at == path.length();
            }
            default -> {
                at++;
                out.append(c);
            }
        }
    }

    /// `[?(…)]` or `[(…)]`; false, and nothing is read, if there is none here.
    private boolean expression() {
        if (!path.startsWith("?(", at + 1) && !path.startsWith("(", at + 1)) {
            return false;
        }
        for (int end = path.indexOf(')', at); end >= 0 && end + 1 < path.length(); end = path.indexOf(')', end + 1)) {
            char close = path.charAt(end + 1);
            boolean more = end + 3 < path.length() && path.charAt(end + 3) == ']';
            if ((close == ']' || close == '\'') && !more) {
                expressions.add(path.substring(at + 1, end + 1));
                out.append(SEPARATOR).append('#').append(expressions.size() - 1);
                at = end + 2;
                return true;
            }
        }
        return false;
    }

    /// `['a.b']`: nothing in it means anything; false, and nothing is read, if there is none here.
    private boolean quoted() {
        if (at + 1 >= path.length() || !isQuote(path.charAt(at + 1))) {
            return false;
        }
        int end = at + 2;
        while (end < path.length() && path.charAt(end) != '\'' && path.charAt(end) != ']') {
            end++;
        }
        boolean single = end + 1 < path.length() && path.charAt(end) == '\'' && path.charAt(end + 1) == ']';
        boolean doubled = end < path.length() && path.charAt(end) == ']' && path.charAt(end - 1) == '"' && end > at + 2;
        if (!single && !doubled) {
            return false;
        }
        out.append(SEPARATOR).append(path, at + 2, single ? end : end - 1);
        at = single ? end + 2 : end + 1;
        return true;
    }

    /// The rest of a bracket: dots do not separate in it.
    private void rest() {
        int end = path.indexOf(']', at);
        if (end < 0 || path.substring(at, end).contains("[")) {
            return;
        }
        while (at < end) {
            char c = path.charAt(at);
            if (c == '~') {
                character(c);
            } else {
                out.append(c);
                at++;
            }
        }
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private void skipQuote() {
        if (at < path.length()
                && isQuote(path.charAt(at))
                && !path.startsWith("'(", at)
                && !path.startsWith("'?(", at)) {
            at++;
        }
    }

    private void dropQuote() {
        if (!out.isEmpty() && isQuote(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    private void dropSingleQuote() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == '\'') {
            out.setLength(out.length() - 1);
        }
    }

    private List<PathStep> steps() {
        dropSingleQuote();
        String separated = UPS.matcher(out)
                .replaceAll(ups -> ";" + String.join(";", ups.group(1).split("")) + ";")
                .replaceAll(";;;|;;", ";..;");
        if (!closedLast && separated.endsWith(";")) {
            separated = separated.substring(0, separated.length() - 1);
        }
        List<PathStep> steps = new ArrayList<>();
        for (String text : separated.split(";", -1)) {
            Matcher substitute = SUBSTITUTE.matcher(text);
            int index = substitute.find() ? number(substitute.group(1)) : -1;
            steps.add(PathStep.of(index >= 0 && index < expressions.size() ? expressions.get(index) : text));
        }
        return steps;
    }

    private static int number(String digits) {
        return digits.length() > 4 ? -1 : Integer.parseInt(digits);
    }
}
