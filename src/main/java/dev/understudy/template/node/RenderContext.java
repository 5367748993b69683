package dev.understudy.template.node;

import dev.understudy.js.Comparison;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Frame;
import org.jspecify.annotations.Nullable;

/// Where in its template a rendering is: what names are looked up in there, where `../` leads, the variables that are
/// read with `@`, and the values of the names after `as |…|`. Immutable but for the variables.
final class RenderContext {

    /// What helpers get as their context where there is none.
    static final JsObject NO_CONTEXT = JsObject.builder().build();

    private static final JsValue[] NONE = {};

    private final JsValue context;
    private final @Nullable RenderContext outer;
    private final Frame frame;
    private final JsValue[] parameters;
    private final @Nullable RenderContext around;

    private RenderContext(
            JsValue context,
            @Nullable RenderContext outer,
            Frame frame,
            JsValue[] parameters,
            @Nullable RenderContext around) {
        this.context = context;
        this.outer = outer;
        this.frame = frame;
        this.parameters = parameters;
        this.around = around;
    }

    static RenderContext root(JsValue context, Frame frame) {
        return new RenderContext(context, null, frame, NONE, null);
    }

    /// Inside a block. One with the context of its surroundings is not one level deeper for `../`.
    RenderContext inside(JsValue blockContext, Frame blockFrame, JsValue[] blockParameters) {
        boolean same = isSame(blockContext, context) || (blockContext == NO_CONTEXT && context == Null.NULL);
        return new RenderContext(blockContext, same ? outer : this, blockFrame, blockParameters, this);
    }

    /// The context so many `../` further out; undefined if there is none.
    JsValue context(int depth) {
        RenderContext place = this;
        for (int i = 0; i < depth; i++) {
            place = place.outer;
            if (place == null) {
                return Undefined.UNDEFINED;
            }
        }
        return place.context;
    }

    Frame frame() {
        return frame;
    }

    /// The value of a name after `as |…|`; undefined if there is none.
    ///
    /// @param level how many blocks further out the name was given
    JsValue parameter(int level, int index) {
        RenderContext place = this;
        for (int i = 0; i < level; i++) {
            place = place.around;
            if (place == null) {
                return Undefined.UNDEFINED;
            }
        }
        return index < place.parameters.length ? place.parameters[index] : Undefined.UNDEFINED;
    }

    /// What helpers get as their context.
    JsValue self() {
        return context.isNullish() ? NO_CONTEXT : context;
    }

    /// JavaScript's `==`, as far as contexts go.
    private static boolean isSame(JsValue one, JsValue other) {
        if (Comparison.isSame(one, other) || (one.isNullish() && other.isNullish())) {
            return true;
        }
        if (one.isNullish() || other.isNullish()) {
            return false;
        }
        boolean object = isObject(one);
        if (object && isObject(other)) {
            return false;
        }
        if (object || isObject(other)) {
            return isSmall(one) && isSmall(other) && Conversions.toText(one).equals(Conversions.toText(other));
        }
        return Conversions.toNumber(one) == Conversions.toNumber(other);
    }

    private static boolean isObject(JsValue value) {
        return switch (value) {
            case Undefined _, Null _, Bool _, Num _, Big _, Text _ -> false;
            case Moment _, SafeText _, JsArray _, JsObject _ -> true;
        };
    }

    /// Long arrays do not look like anything else.
    private static boolean isSmall(JsValue value) {
        return !(value instanceof JsArray array) || (array.size() <= 1 && !(array.get(0) instanceof JsArray));
    }
}
