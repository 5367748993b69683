package dev.understudy.js.regex;

import java.util.ArrayList;
import java.util.List;

/// Reads a source into nodes: the grammar of ECMA-262 with its annex B, without the flags `u` and `v`. For one source.
final class RegexParser {

    /// Groups inside each other.
    static final int MAX_DEPTH = 250;

    private static final String DIGITS = "0123456789";

    private final RegexSource source;
    private final boolean ignoreCase;
    private final GroupNames names;
    private int groups;
    private int depth;

    RegexParser(String source, boolean ignoreCase) {
        this.source = new RegexSource(source);
        this.ignoreCase = ignoreCase;
        names = GroupNames.of(source);
    }

    RegexNode parse() {
        RegexNode root = disjunction();
        if (!source.atEnd()) {
            throw new RegexSyntaxException(RegexMistake.UNMATCHED_PARENTHESIS);
        }
        names.requireAll();
        return root;
    }

    /// How many groups capture; known after parsing.
    int groups() {
        return groups;
    }

    private RegexNode disjunction() {
        if (++depth > MAX_DEPTH) {
            throw new RegexSyntaxException(RegexMistake.TOO_LARGE);
        }
        List<RegexNode> options = new ArrayList<>();
        do {
            options.add(alternative());
        } while (source.eat('|'));
        depth--;
        return options.size() == 1 ? options.getFirst() : new RegexNode.Choice(options);
    }

    private RegexNode alternative() {
        List<RegexNode> parts = new ArrayList<>();
        while (!source.atEnd() && !source.isAt('|') && !source.isAt(')')) {
            parts.add(term());
        }
        return switch (parts.size()) {
            case 0 -> RegexNode.Empty.EMPTY;
            case 1 -> parts.getFirst();
            default -> new RegexNode.Sequence(parts);
        };
    }

    private RegexNode term() {
        int groupsBefore = groups;
        char c = source.next();
        return switch (c) {
            case '^' -> RegexNode.Place.START;
            case '$' -> RegexNode.Place.END;
            case '(' -> quantified(group(), groupsBefore);
            case '[' -> quantified(new RegexNode.Chars(new ClassParser(source, ignoreCase).parse()), groupsBefore);
            case '.' -> quantified(new RegexNode.Chars(CharSet.NOT_LINE_END), groupsBefore);
            case '\\' -> escape(groupsBefore);
            case '*', '+', '?' -> throw new RegexSyntaxException(RegexMistake.NOTHING_TO_REPEAT);
            case '{' -> {
                source.back();
                if (source.bounds().isPresent()) {
                    throw new RegexSyntaxException(RegexMistake.NOTHING_TO_REPEAT);
                }
                source.next();
                yield quantified(new RegexNode.Literal(c), groupsBefore);
            }
            default -> quantified(new RegexNode.Literal(c), groupsBefore);
        };
    }

    private RegexNode group() {
        if (!source.eat('?')) {
            return capture();
        }
        if (source.eat(':')) {
            return closed(disjunction());
        }
        if (source.eat('=')) {
            return new RegexNode.Look(closed(disjunction()), false, false);
        }
        if (source.eat('!')) {
            return new RegexNode.Look(closed(disjunction()), false, true);
        }
        if (!source.eat('<')) {
            throw new RegexSyntaxException(RegexMistake.UNKNOWN_GROUP);
        }
        if (source.eat('=')) {
            return new RegexNode.Look(closed(disjunction()), true, false);
        }
        if (source.eat('!')) {
            return new RegexNode.Look(closed(disjunction()), true, true);
        }
        names.declare(source.groupName());
        return capture();
    }

    private RegexNode capture() {
        int index = ++groups;
        return new RegexNode.Capture(closed(disjunction()), index);
    }

    private RegexNode closed(RegexNode body) {
        if (!source.eat(')')) {
            throw new RegexSyntaxException(RegexMistake.OPEN_GROUP);
        }
        return body;
    }

    private RegexNode escape(int groupsBefore) {
        if (source.atEnd()) {
            throw new RegexSyntaxException(RegexMistake.LONE_BACKSLASH);
        }
        char c = source.next();
        if (c == 'b') {
            return RegexNode.Place.BOUNDARY;
        }
        if (c == 'B') {
            return RegexNode.Place.NO_BOUNDARY;
        }
        if (c == 'k' && names.any()) {
            return quantified(namedReference(), groupsBefore);
        }
        if (c >= '1' && c <= '9') {
            source.back();
            return quantified(numbered(), groupsBefore);
        }
        source.back();
        return quantified(Escapes.atom(source, ignoreCase), groupsBefore);
    }

    private RegexNode namedReference() {
        if (!source.eat('<')) {
            throw new RegexSyntaxException(RegexMistake.BROKEN_REFERENCE);
        }
        return new RegexNode.Reference(names.indexOf(source.groupName()));
    }

    /// A number is a reference if there are so many groups, and else the code of a character.
    private RegexNode numbered() {
        int start = source.position();
        int number = source.number(DIGITS);
        if (number <= names.groups()) {
            return new RegexNode.Reference(number);
        }
        source.moveTo(start);
        return Escapes.atom(source, ignoreCase);
    }

    private RegexNode quantified(RegexNode body, int groupsBefore) {
        Repetition bounds = source.quantifier().orElse(null);
        if (bounds == null) {
            return body;
        }
        if (body instanceof RegexNode.Look look && look.behind()) {
            throw new RegexSyntaxException(RegexMistake.BROKEN_QUANTIFIER);
        }
        if (bounds.min() > bounds.max()) {
            throw new RegexSyntaxException(RegexMistake.REVERSED_QUANTIFIER);
        }
        boolean greedy = !source.eat('?');
        return new RegexNode.Repeat(body, bounds.min(), bounds.max(), greedy, groupsBefore + 1, groups);
    }
}
