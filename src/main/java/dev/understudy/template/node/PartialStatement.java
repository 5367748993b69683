package dev.understudy.template.node;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Block;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.helper.Output;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import org.jspecify.annotations.Nullable;

/// `{{> name context name=value}}`, or with a content of its own `{{#> name}}…{{/name}}`, which is printed where the
/// partial says `{{> @partial-block}}`, or instead of a partial that there is not.
///
/// @param context what the partial looks up names in
/// @param indent the white space that each of its lines begins with
record PartialStatement(
        Expression name,
        Expression context,
        Arguments arguments,
        @Nullable Program content,
        String indent) implements Statement {

    private static final String CONTENT = "@partial-block";
    private static final JsValue[] NONE = {};

    @Override
    public void print(Rendering rendering, RenderContext place, Output out) throws TemplateException {
        JsValue inner = context(rendering, place);
        String partial = TextConversion.of(name.value(rendering, place), rendering.budget());
        if (indent.isEmpty()) {
            print(partial, inner, rendering, place, out);
            return;
        }
        out.text();
        int from = out.length();
        print(partial, inner, rendering, place, out);
        indent(out.take(from), out);
    }

    /// Prints lines, each with the white space before it; after the last line end there is no further line.
    private void indent(String printed, Output out) throws TemplateException {
        int from = 0;
        while (true) {
            int end = printed.indexOf('\n', from);
            if (end < 0 && from == printed.length()) {
                return;
            }
            out.plain(indent);
            out.plain(printed.substring(from, end < 0 ? printed.length() : end + 1));
            if (end < 0) {
                return;
            }
            from = end + 1;
        }
    }

    private void print(String partial, JsValue inner, Rendering rendering, RenderContext place, Output out)
            throws TemplateException {
        Frame frame = place.frame();
        Block given = frame.partialBlock();
        if (content != null) {
            frame = frame.inner();
            frame.setPartialBlock(block(content, given, rendering, place));
        }
        InlinePartial found = rendering.partials().get(partial);
        Block own = content == null ? null : frame.partialBlock();
        Block block = given != null && partial.equals(CONTENT) ? given : own;
        if (found != null) {
            found.print(rendering, inner, frame, out);
        } else if (block != null) {
            block.print(inner, frame, NONE, out);
        } else {
            throw new TemplateException("The partial " + partial + " could not be found");
        }
    }

    /// The content of this tag, in which the content of the tag around it can be printed.
    private static Block block(Program content, @Nullable Block given, Rendering rendering, RenderContext place) {
        return (context, frame, parameters, out) -> {
            Frame inner = frame.inner();
            inner.setPartialBlock(given);
            content.print(rendering, place, place.inside(context, inner, NONE), out);
        };
    }

    private JsValue context(Rendering rendering, RenderContext place) throws TemplateException {
        JsValue outer = context.value(rendering, place);
        if (!arguments.hasNamed()) {
            return outer;
        }
        JsObject named = arguments.named(rendering, place);
        JsObject.Builder all = JsObject.builder();
        if (outer instanceof JsObject object) {
            rendering.budget().step(object.size());
            all.setAll(object);
        } else if (outer instanceof JsArray array) {
            rendering.budget().step(array.size());
            for (int i = 0; i < array.size(); i++) {
                all.set(Integer.toString(i), array.get(i));
            }
        }
        return all.setAll(named).build();
    }
}
