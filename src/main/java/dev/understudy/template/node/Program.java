package dev.understudy.template.node;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Block;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.helper.Output;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sequence of statements. Immutable.
final class Program {

    /// `{{#*inline name}}…{{/inline}}`: a partial that is known in the program that holds it.
    record Inline(Expression name, Program content) {}

    static final Program EMPTY = new Program(List.of(), List.of());

    private final Statement[] statements;
    private final Inline[] inlines;

    Program(List<Statement> statements, List<Inline> inlines) {
        this.statements = statements.toArray(new Statement[0]);
        this.inlines = inlines.toArray(new Inline[0]);
    }

    /// As a block that helpers can print.
    Block at(Rendering rendering, RenderContext place) {
        if (statements.length == 0) {
            return Block.EMPTY;
        }
        return (context, frame, parameters, out) ->
                print(rendering, place, place.inside(context, frame, parameters), out);
    }

    /// @param around where the program was found
    /// @param place where it is now
    void print(Rendering rendering, RenderContext around, RenderContext place, Output out) throws TemplateException {
        rendering.enter();
        out.begin();
        rendering.budget().step(statements.length + 1L);
        if (inlines.length == 0) {
            printStatements(rendering, place, out);
        } else {
            Map<String, InlinePartial> before = rendering.partials();
            rendering.setPartials(withInlines(rendering, around, before));
            printStatements(rendering, place, out);
            rendering.setPartials(before);
        }
        out.end();
        rendering.leave();
    }

    private void printStatements(Rendering rendering, RenderContext place, Output out) throws TemplateException {
        for (Statement statement : statements) {
            statement.print(rendering, place, out);
        }
    }

    private Map<String, InlinePartial> withInlines(
            Rendering rendering, RenderContext around, Map<String, InlinePartial> before) throws TemplateException {
        rendering.budget().step(before.size() + inlines.length);
        Map<String, InlinePartial> all = new HashMap<>(before);
        for (Inline inline : inlines) {
            JsValue name = inline.name().value(rendering, around);
            all.put(TextConversion.of(name, rendering.budget()), new InlinePartial(inline.content(), around));
        }
        return all;
    }

    static void print(Program program, Rendering rendering, JsValue context, Output out) throws TemplateException {
        RenderContext root = RenderContext.root(context, Frame.root(context));
        program.print(rendering, root, root, out);
    }
}
