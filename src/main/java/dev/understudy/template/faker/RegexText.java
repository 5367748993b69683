package dev.understudy.template.faker;

import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;

/// Makes a text that a simple regular expression describes: characters, classes, and how often they come. Anything
/// else stands for itself. For one text.
final class RegexText {

    /// Longer patterns are refused.
    static final int MAX_PATTERN = 10_000;

    /// Characters to choose from that are put together for one step.
    private static final int PER_STEP = 16;

    private static final int MANY = 8;
    private static final String WORD = Signs.LOWER + Signs.UPPER + Signs.DIGITS + "_";

    private final String pattern;
    private final Ask ask;
    private int at;

    RegexText(String pattern, Ask ask) {
        this.pattern = pattern;
        this.ask = ask;
    }

    String generate() throws TemplateException {
        if (pattern.length() > MAX_PATTERN) {
            throw new RefusalException("A pattern may have at most " + MAX_PATTERN + " characters");
        }
        StringBuilder out = new StringBuilder();
        while (at < pattern.length()) {
            String alphabet = atom();
            ask.budget().step(alphabet.length() / PER_STEP);
            int count = quantity();
            ask.budget().characters(count);
            if (out.length() + count > Ask.MAX_LENGTH) {
                throw new RefusalException("At most " + Ask.MAX_LENGTH + " characters can be made at once");
            }
            out.append(alphabet.isEmpty() ? "" : ask.chance().text(alphabet, count));
        }
        return out.toString();
    }

    /// The characters of which one is wanted.
    private String atom() throws TemplateException {
        char c = pattern.charAt(at++);
        if (c == '\\' && at < pattern.length()) {
            return escape(pattern.charAt(at++));
        }
        if (c == '.') {
            return WORD;
        }
        int end = c == '[' ? pattern.indexOf(']', at) : -1;
        if (end < 0) {
            return String.valueOf(c);
        }
        String inside = pattern.substring(at, end);
        at = end + 1;
        return characters(inside);
    }

    private static String escape(char c) {
        return switch (c) {
            case 'd' -> Signs.DIGITS;
            case 'w' -> WORD;
            case 's' -> " ";
            default -> String.valueOf(c);
        };
    }

    private static String characters(String inside) throws TemplateException {
        boolean negated = inside.startsWith("^");
        StringBuilder in = new StringBuilder();
        for (int i = negated ? 1 : 0; i < inside.length(); i++) {
            char first = inside.charAt(i);
            if (first == '\\' && i + 1 < inside.length()) {
                in.append(escape(inside.charAt(++i)));
            } else if (i + 2 < inside.length() && inside.charAt(i + 1) == '-') {
                char last = inside.charAt(i + 2);
                if (first > last || last > 0x2000) {
                    throw new RefusalException("Character range provided is out of order.");
                }
                for (char c = first; c <= last; c++) {
                    in.append(c);
                }
                i += 2;
            } else {
                in.append(first);
            }
        }
        if (!negated) {
            return in.toString();
        }
        StringBuilder others = new StringBuilder();
        WORD.chars().filter(c -> in.indexOf(Character.toString(c)) < 0).forEach(c -> others.append((char) c));
        return others.toString();
    }

    private int quantity() throws TemplateException {
        if (at == pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '?' -> {
                at++;
                return ask.chance().between(0, 1);
            }
            case '*' -> {
                at++;
                return ask.chance().between(0, MANY);
            }
            case '+' -> {
                at++;
                return ask.chance().between(1, MANY);
            }
            case '{' -> {
                return bounds();
            }
            default -> {
                return 1;
            }
        }
    }

    private int bounds() throws TemplateException {
        int end = pattern.indexOf('}', at);
        String inside = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!inside.matches("\\d{1,6}(,\\d{1,6})?")) {
            return 1;
        }
        at = end + 1;
        int comma = inside.indexOf(',');
        int min = Integer.parseInt(comma < 0 ? inside : inside.substring(0, comma));
        int max = comma < 0 ? min : Integer.parseInt(inside.substring(comma + 1));
        if (min > max) {
            throw new RefusalException("Numbers out of order in {} quantifier.");
        }
        return ask.chance().between(min, max);
    }
}
