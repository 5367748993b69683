package dev.understudy.template.node;

import dev.understudy.js.JsObject;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.Mention;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.TemplateException;
import dev.understudy.template.scope.UnknownHelper;
import dev.understudy.template.syntax.Parser;
import dev.understudy.template.syntax.Syntax;
import dev.understudy.template.syntax.Syntax.Content;
import dev.understudy.template.syntax.SyntaxException;
import java.util.List;
import java.util.Optional;

/// A whole template, ready to be rendered. Immutable; any thread may render it.
public final class Tree {

    private final Program program;
    private final List<UnknownHelper> unknown;
    private final List<Mention> mentions;
    private final Optional<String> constant;
    private final int expectedLength;

    private Tree(Program program, Builder builder, Optional<String> constant, int expectedLength) {
        this.program = program;
        this.unknown = builder.unknown();
        this.mentions = builder.mentions();
        this.constant = constant;
        this.expectedLength = expectedLength;
    }

    public static Tree of(String text) throws SyntaxException {
        Syntax.Program written = Parser.parse(text);
        Builder builder = new Builder();
        Program program = builder.program(written);
        return new Tree(program, builder, constant(written), text.length() + text.length() / 2);
    }

    private static Optional<String> constant(Syntax.Program program) {
        StringBuilder text = new StringBuilder();
        for (Syntax syntax : program.statements()) {
            switch (syntax) {
                case Content content -> text.append(content.text());
                case Syntax.Comment _ -> {}
                case Syntax.Mustache _, Syntax.Block _, Syntax.Partial _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(text.toString());
    }

    /// The text that it always renders to; empty if that may depend on anything.
    public Optional<String> constant() {
        return constant;
    }

    /// The calls of helpers that there are not.
    public List<UnknownHelper> unknownHelpers() {
        return unknown;
    }

    /// What it names in so many words.
    public List<Mention> mentions() {
        return mentions;
    }

    public String render(Scope scope) throws TemplateException {
        if (constant.isPresent()) {
            scope.budget().characters(constant.get().length());
            return constant.get();
        }
        Output out = new Output(scope.budget(), expectedLength);
        Program.print(program, new Rendering(scope), JsObject.EMPTY, out);
        return out.finish();
    }
}
