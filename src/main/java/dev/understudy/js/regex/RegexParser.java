package dev.understudy.js.regex;

import java.util.ArrayList;
import java.util.List;

/// Reads a source into nodes: the grammar of ECMA-262 with its annex B, without the flags `u` and `v`. For one source.
final class RegexParser {

    /// Groups inside each other.
    static final int MAX_DEPTH = 250;

    private static final String DIGITS = "0123456789";

    private final Source source;
    private final boolean ignoreCase;
    private final GroupNames names;
    private int groups;
    private int depth;

    RegexParser(String source, boolean ignoreCase) {
        this.source = new Source(source);
        this.ignoreCase = ignoreCase;
        names = GroupNames.of(source);
    }

    Node parse() {
        Node root = disjunction();
        if (!source.atEnd()) {
            throw new RegexSyntaxException("Unmatched ')'");
        }
        names.requireAll();
        return root;
    }

    /// How many groups capture; known after parsing.
    int groups() {
        return groups;
    }

    private Node disjunction() {
        if (++depth > MAX_DEPTH) {
            throw new RegexSyntaxException("Regular expression too large");
        }
        List<Node> options = new ArrayList<>();
        do {
            options.add(alternative());
        } while (source.eat('|'));
        depth--;
        return options.size() == 1 ? options.getFirst() : new Node.Choice(options);
    }

    private Node alternative() {
        List<Node> parts = new ArrayList<>();
        while (!source.atEnd() && !source.isAt('|') && !source.isAt(')')) {
            parts.add(term());
        }
        return switch (parts.size()) {
            case 0 -> Node.Empty.EMPTY;
            case 1 -> parts.getFirst();
            default -> new Node.Sequence(parts);
        };
    }

    private Node term() {
        int groupsBefore = groups;
        char c = source.next();
        return switch (c) {
            case '^' -> Node.Place.START;
            case '$' -> Node.Place.END;
            case '(' -> quantified(group(), groupsBefore);
            case '[' -> quantified(new Node.Chars(new ClassParser(source, ignoreCase).parse()), groupsBefore);
            case '.' -> quantified(new Node.Chars(CharSet.NOT_LINE_END), groupsBefore);
            case '\\' -> escape(groupsBefore);
            case '*', '+', '?' -> throw new RegexSyntaxException("Nothing to repeat");
            case '{' -> {
                source.back();
                if (source.bounds().isPresent()) {
                    throw new RegexSyntaxException("Nothing to repeat");
                }
                source.next();
                yield quantified(new Node.Literal(c), groupsBefore);
            }
            default -> quantified(new Node.Literal(c), groupsBefore);
        };
    }

    private Node group() {
        if (!source.eat('?')) {
            return capture();
        }
        if (source.eat(':')) {
            return closed(disjunction());
        }
        if (source.eat('=')) {
            return new Node.Look(closed(disjunction()), false, false);
        }
        if (source.eat('!')) {
            return new Node.Look(closed(disjunction()), false, true);
        }
        if (!source.eat('<')) {
            throw new RegexSyntaxException("Invalid group");
        }
        if (source.eat('=')) {
            return new Node.Look(closed(disjunction()), true, false);
        }
        if (source.eat('!')) {
            return new Node.Look(closed(disjunction()), true, true);
        }
        names.declare(source.groupName());
        return capture();
    }

    private Node capture() {
        int index = ++groups;
        return new Node.Capture(closed(disjunction()), index);
    }

    private Node closed(Node body) {
        if (!source.eat(')')) {
            throw new RegexSyntaxException("Unterminated group");
        }
        return body;
    }

    private Node escape(int groupsBefore) {
        if (source.atEnd()) {
            throw new RegexSyntaxException("\\ at end of pattern");
        }
        char c = source.next();
        if (c == 'b') {
            return Node.Place.BOUNDARY;
        }
        if (c == 'B') {
            return Node.Place.NO_BOUNDARY;
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

    private Node namedReference() {
        if (!source.eat('<')) {
            throw new RegexSyntaxException("Invalid named reference");
        }
        return new Node.Reference(names.indexOf(source.groupName()));
    }

    /// A number is a reference if there are so many groups, and else the code of a character.
    private Node numbered() {
        int start = source.position();
        int number = source.number(DIGITS);
        if (number <= names.groups()) {
            return new Node.Reference(number);
        }
        source.moveTo(start);
        return Escapes.atom(source, ignoreCase);
    }

    private Node quantified(Node body, int groupsBefore) {
        Bounds bounds = source.quantifier().orElse(null);
        if (bounds == null) {
            return body;
        }
        if (body instanceof Node.Look look && look.behind()) {
            throw new RegexSyntaxException("Invalid quantifier");
        }
        if (bounds.min() > bounds.max()) {
            throw new RegexSyntaxException("numbers out of order in {} quantifier");
        }
        boolean greedy = !source.eat('?');
        return new Node.Repeat(body, bounds.min(), bounds.max(), greedy, groupsBefore + 1, groups);
    }
}
