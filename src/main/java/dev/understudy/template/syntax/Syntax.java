package dev.understudy.template.syntax;

import dev.understudy.js.JsValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was written, piece by piece. Only the parser changes it, and only the white space of [Content].
public sealed interface Syntax {

    /// Whether the white space before and after a tag is to go.
    record Strip(boolean before, boolean after) {
        static final Strip NONE = new Strip(false, false);
    }

    /// A sequence of statements.
    ///
    /// @param parameters the names after `as |…|`
    /// @param chained whether it is what follows `{{else something}}`: one block
    record Program(List<Syntax> statements, List<String> parameters, boolean chained) {}

    /// Text between tags.
    final class Content implements Syntax {
        private final String original;
        private String text;
        private boolean startStripped;
        private boolean endStripped;

        Content(String original) {
            this.original = original;
            this.text = original;
        }

        String original() {
            return original;
        }

        /// What is left of it.
        public String text() {
            return text;
        }

        boolean startStripped() {
            return startStripped;
        }

        boolean endStripped() {
            return endStripped;
        }

        void stripStart(String rest) {
            startStripped = rest.length() != text.length();
            text = rest;
        }

        void stripEnd(String rest) {
            endStripped = rest.length() != text.length();
            text = rest;
        }
    }

    record Comment(Strip strip) implements Syntax {}

    /// `{{head}}`.
    ///
    /// @param decorator whether it is `{{* head}}`
    record Mustache(Head head, boolean escaped, boolean decorator, Strip strip) implements Syntax {}

    /// `{{#head}}…{{else}}…{{/head}}`.
    ///
    /// @param decorator whether it is `{{#* head}}`
    /// @param program what is printed if the condition holds; nothing for `{{^head}}` without an else
    record Block(
            Head head,
            boolean decorator,
            @Nullable Program program,
            @Nullable Program inverse,
            Strip open,
            Strip otherwise,
            Strip close)
            implements Syntax {

        Block closedBy(Strip strip) {
            return new Block(head, decorator, program, inverse, open, otherwise, strip);
        }
    }

    /// `{{> name}}`, or with a program `{{#> name}}…{{/name}}`.
    ///
    /// @param indent the white space before a partial that stands alone on its line
    /// @param column in which the tag begins, counted from 0
    record Partial(Head head, @Nullable Program program, Strip open, Strip close, Indent indent, int column)
            implements Syntax {}

    /// Set once, when the white space around a partial is looked at.
    final class Indent {
        private String text = "";

        void set(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// A name with what it is given.
    record Head(Expression name, List<Expression> arguments, List<Named> named, int line, int column) {}

    /// `name=value`.
    record Named(String name, Expression value) {}

    /// What stands for a value.
    sealed interface Expression {}

    /// A string, a number, or a word with a fixed meaning.
    ///
    /// @param original as it is compared with the name of the closing tag
    record Literal(JsValue value, String original) implements Expression {

        /// What it is where a name is wanted.
        public Path asPath(int line, int column) {
            return new Path(false, 0, List.of(original), TagParser.isScoped(original), original, line, column);
        }
    }

    /// Names one inside the other.
    ///
    /// @param depth how many `../` there are
    /// @param scoped whether it begins with `.` or `this`, so that it can't be a helper
    /// @param original as it was written, without brackets
    record Path(boolean data, int depth, List<String> parts, boolean scoped, String original, int line, int column)
            implements Expression {}

    /// `(head)`.
    record Nested(Head head) implements Expression {}
}
