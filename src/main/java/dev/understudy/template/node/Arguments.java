package dev.understudy.template.node;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.template.node.Expression.Constant;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a helper is called with. Where all of it is literals, it is made once.
final class Arguments {

    private final Expression[] positional;
    private final String[] names;
    private final Expression[] named;
    private final JsValue @Nullable [] constants;

    /// @param names of the named ones, in the order in which helpers see them
    Arguments(List<Expression> positional, List<String> names, List<Expression> named) {
        this.positional = positional.toArray(new Expression[0]);
        this.names = names.toArray(new String[0]);
        this.named = named.toArray(new Expression[0]);
        this.constants = constants(positional);
    }

    private static JsValue @Nullable [] constants(List<Expression> expressions) {
        JsValue[] values = new JsValue[expressions.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(expressions.get(i) instanceof Constant(JsValue value))) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    boolean isEmpty() {
        return positional.length == 0 && names.length == 0;
    }

    JsValue[] positional(Rendering rendering, RenderContext place) throws TemplateException {
        if (constants != null) {
            return constants;
        }
        JsValue[] values = new JsValue[positional.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = positional[i].value(rendering, place);
        }
        return values;
    }

    boolean hasNamed() {
        return names.length > 0;
    }

    JsObject named(Rendering rendering, RenderContext place) throws TemplateException {
        if (names.length == 0) {
            return JsObject.EMPTY;
        }
        JsValue[] values = new JsValue[names.length];
        for (int i = names.length - 1; i >= 0; i--) {
            values[i] = named[i].value(rendering, place);
        }
        JsObject.Builder object = JsObject.builder();
        for (int i = 0; i < names.length; i++) {
            object.set(names[i], values[i]);
        }
        return object.build();
    }
}
