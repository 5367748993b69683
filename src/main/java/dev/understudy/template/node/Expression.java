package dev.understudy.template.node;

import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.scope.TemplateException;
import java.util.List;

/// What gives a value when a template is rendered. Immutable.
sealed interface Expression
        permits Expression.Constant,
                Expression.ContextPath,
                Expression.VariablePath,
                Expression.ParameterPath,
                Invocation {

    JsValue value(Rendering rendering, RenderContext place) throws TemplateException;

    /// A literal.
    record Constant(JsValue constant) implements Expression {

        @Override
        public JsValue value(Rendering rendering, RenderContext place) {
            return constant;
        }
    }

    /// `../a.b`.
    record ContextPath(int depth, List<String> parts) implements Expression {

        @Override
        public JsValue value(Rendering rendering, RenderContext place) {
            return walk(place.context(depth), parts, 0);
        }
    }

    /// `@../a.b`.
    record VariablePath(int depth, List<String> parts) implements Expression {

        @Override
        public JsValue value(Rendering rendering, RenderContext place) {
            Frame frame = place.frame();
            for (int i = 0; i < depth && frame != null; i++) {
                frame = frame.outer();
            }
            if (frame == null) {
                return JsValue.Undefined.UNDEFINED;
            }
            return parts.size() == 0 ? RenderContext.NO_CONTEXT : walk(frame.get(parts.get(0)), parts, 1);
        }
    }

    /// A name from `as |name|`.
    ///
    /// @param level how many blocks further out the name was given
    /// @param index which of the names there it is
    record ParameterPath(int level, int index, List<String> parts) implements Expression {

        @Override
        public JsValue value(Rendering rendering, RenderContext place) {
            return walk(place.parameter(level, index), parts, 1);
        }
    }

    private static JsValue walk(JsValue from, List<String> parts, int first) {
        JsValue at = from;
        for (int i = first; i < parts.size() && !at.isNullish(); i++) {
            at = ObjectPath.own(at, parts.get(i));
        }
        return at;
    }
}
