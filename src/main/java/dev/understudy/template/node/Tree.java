package dev.understudy.template.node;

import dev.understudy.js.JsObject;
import dev.understudy.template.Scope;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Output;
import dev.understudy.template.syntax.Parser;
import dev.understudy.template.syntax.Syntax;
import dev.understudy.template.syntax.Syntax.Content;
import dev.understudy.template.syntax.SyntaxException;
import java.util.Optional;

/// A whole template, ready to be rendered. Immutable; any thread may render it.
public final class Tree {

    private final Program program;
    private final Optional<String> constant;
    private final int expectedLength;

    private Tree(Program program, Optional<String> constant, int expectedLength) {
        this.program = program;
        this.constant = constant;
        this.expectedLength = expectedLength;
    }

    public static Tree of(String text) throws SyntaxException {
        Syntax.Program written = Parser.parse(text);
        return new Tree(new Builder().program(written), constant(written), text.length() + text.length() / 2);
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

    public String render(Scope scope) throws TemplateException {
        if (constant.isPresent()) {
            scope.budget().characters(constant.get().length());
            return constant.get();
        }
        Output out = new Output(scope.budget(), expectedLength);
        Program.print(program, new Rendering(scope), JsObject.EMPTY, out);
        return out.toString();
    }
}
