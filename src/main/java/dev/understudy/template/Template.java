package dev.understudy.template;

import dev.understudy.template.node.Tree;
import dev.understudy.template.scope.Mention;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.TemplateException;
import dev.understudy.template.scope.UnknownHelper;
import dev.understudy.template.syntax.Mistake;
import dev.understudy.template.syntax.SyntaxException;
import java.util.List;

/// A parsed template. Immutable; any thread may render it.
public final class Template {

    /// What reading a text as a template came to.
    public sealed interface Parsing {
        record Parsed(Template template) implements Parsing {}

        /// It is no template.
        ///
        /// @param message in the reference's words, several lines with the place marked
        /// @param line counted from 1
        /// @param mistake the same in plain words, with its place
        record Malformed(String message, int line, Mistake mistake) implements Parsing {}
    }

    private final Tree tree;

    private Template(Tree tree) {
        this.tree = tree;
    }

    public static Parsing parse(String source) {
        try {
            return new Parsing.Parsed(new Template(Tree.of(source)));
        } catch (SyntaxException malformed) {
            return new Parsing.Malformed(malformed.explanation(), malformed.line(), malformed.mistake(source));
        }
    }

    /// Whether it renders to the same text always: it has no expressions.
    public boolean isConstant() {
        return tree.constant().isPresent();
    }

    /// The calls of helpers that there are not: those with arguments, and names outside of all blocks. Names without
    /// arguments inside of blocks may be properties.
    public List<UnknownHelper> unknownHelpers() {
        return tree.unknownHelpers();
    }

    /// The data buckets, methods of the faker and partials that it names in so many words, whether they are there or
    /// not.
    public List<Mention> mentions() {
        return tree.mentions();
    }

    /// The text that comes of it.
    ///
    /// @throws TemplateException if a helper fails or the budget is used up
    public String render(Scope scope) throws TemplateException {
        return tree.render(scope);
    }
}
