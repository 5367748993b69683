package dev.understudy.js.path;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One step of a path. Each keeps the text it was read from: where a property has that very name, it is meant.
sealed interface PathStep {

    /// As it was written.
    String text();

    /// A property.
    record Name(String text) implements PathStep {}

    /// All children.
    record All(String text) implements PathStep {}

    /// The place itself and all below it.
    record Deep(String text) implements PathStep {}

    /// The parent.
    record Up(String text) implements PathStep {}

    /// The name of the property.
    record Own(String text) implements PathStep {}

    /// The place itself, as if it were the root.
    record Root(String text) implements PathStep {}

    /// Some items of an array; 0 stands for what was left out.
    record Slice(String text, int start, int end, int stride) implements PathStep {}

    /// The children for which an expression is true.
    record Filter(String text, Script script) implements PathStep {}

    /// The child whose name an expression gives.
    record Computed(String text, Script script) implements PathStep {}

    /// The place, if its value is of a type.
    record OfType(String text, String type) implements PathStep {}

    /// A property whose name would mean something else.
    record Quoted(String text, String name) implements PathStep {}

    /// What any of several steps finds.
    record Union(String text, List<PathStep> parts) implements PathStep {}

    Pattern SLICE = Pattern.compile("(-?\\d*):(-?\\d*):?(\\d*)");

    /// The step that a text stands for.
    static PathStep of(String text) {
        return switch (text) {
            case "*" -> new All(text);
            case ".." -> new Deep(text);
            case "^" -> new Up(text);
            case "~" -> new Own(text);
            case "$" -> new Root(text);
            default -> ofContent(text);
        };
    }

    private static PathStep ofContent(String text) {
        Matcher slice = SLICE.matcher(text);
        if (slice.matches()) {
            return new Slice(text, number(slice.group(1)), number(slice.group(2)), number(slice.group(3)));
        }
        if (text.startsWith("?(")) {
            return new Filter(text, Script.read(text.endsWith(")") ? text.substring(2, text.length() - 1) : text));
        }
        if (text.startsWith("(")) {
            return new Computed(text, Script.read(text));
        }
        if (text.startsWith("@")) {
            return new OfType(text, text.substring(1, Math.max(1, text.length() - 2)));
        }
        if (text.startsWith("`")) {
            return new Quoted(text, text.substring(1));
        }
        return text.contains(",") ? union(text) : new Name(text);
    }

    private static PathStep union(String text) {
        List<PathStep> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            parts.add(of(part));
        }
        return new Union(text, parts);
    }

    private static int number(String digits) {
        try {
            return digits.isEmpty() || digits.equals("-") ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException tooBig) {
            return digits.startsWith("-") ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
        }
    }
}
