package dev.understudy.js.regex;

/// Reads what stands between brackets. Nothing nests in there, and nothing but `\`, `]`, `^` and `-` is special.
final class ClassParser {

    private static final int A_SET = -1;

    private final RegexSource source;
    private final boolean ignoreCase;
    private final CharSet.Builder set = new CharSet.Builder();

    ClassParser(RegexSource source, boolean ignoreCase) {
        this.source = source;
        this.ignoreCase = ignoreCase;
    }

    /// Read behind the opening bracket, and up to behind the closing one.
    CharSet parse() {
        boolean negated = source.eat('^');
        while (!source.eat(']')) {
            int first = atom();
            if (!source.eat('-')) {
                add(first);
            } else if (source.isAt(']')) {
                add(first);
                set.add('-');
            } else {
                range(first, atom());
            }
        }
        return set.build(negated, ignoreCase);
    }

    private void range(int first, int last) {
        if (first == A_SET || last == A_SET) {
            add(first);
            add(last);
            set.add('-');
        } else if (first > last) {
            throw new RegexSyntaxException(RegexMistake.REVERSED_RANGE);
        } else {
            set.add((char) first, (char) last);
        }
    }

    private void add(int atom) {
        if (atom != A_SET) {
            set.add((char) atom);
        }
    }

    /// A character; a set of them is added at once.
    private int atom() {
        if (source.atEnd()) {
            throw new RegexSyntaxException(RegexMistake.OPEN_CLASS);
        }
        char c = source.next();
        if (c != '\\') {
            return c;
        }
        if (source.atEnd()) {
            throw new RegexSyntaxException(RegexMistake.LONE_BACKSLASH);
        }
        return Escapes.addSet(source, set) ? A_SET : Escapes.character(source, true);
    }
}
