package dev.understudy.template.node;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import org.jspecify.annotations.Nullable;

/// A call of a helper, or what looks like one.
///
/// @param helper by that name; there may be none, or it may be unknown in some places
/// @param needs what the helper can't do without
/// @param fallback what the name means in the context, where it is no helper
/// @param bare whether it is a name without arguments, which may be a property as well
record Invocation(
        HelperCall.Site site,
        @Nullable Helper helper,
        Helper.Needs needs,
        Expression fallback,
        Arguments arguments,
        boolean bare)
        implements Expression {

    /// Characters of a text that are handed over for one step.
    private static final int PER_STEP = 64;

    private static final String NOT_A_FUNCTION =
            "(lookupProperty(...) || (depth0 && lookupProperty(...)) || container.hooks.helperMissing).call is not a function";

    @Override
    public JsValue value(Rendering rendering, RenderContext place) throws TemplateException {
        Helper found = helperIn(rendering);
        return found == null ? missing(rendering, place) : found.call(call(rendering, place, HelperCall.Body.NONE));
    }

    /// The helper, if it has what it needs.
    @Nullable
    Helper helperIn(Rendering rendering) {
        return needs == Helper.Needs.NOTHING || rendering.offers(needs) ? helper : null;
    }

    HelperCall call(Rendering rendering, RenderContext place, HelperCall.Body body) throws TemplateException {
        JsValue[] given = arguments.positional(rendering, place);
        rendering.budget().step(cost(given));
        return new HelperCall(
                site, rendering.scope(), place.self(), place.frame(), given, arguments.named(rendering, place), body);
    }

    /// Whatever a helper does with a text, it looks through it.
    private static long cost(JsValue[] given) {
        long cost = given.length + 1L;
        for (JsValue value : given) {
            if (value instanceof Text(String text)) {
                cost += text.length() / PER_STEP;
            } else if (value instanceof JsValue.SafeText(String text)) {
                cost += text.length() / PER_STEP;
            }
        }
        return cost;
    }

    /// What a name stands for that is no helper's: a property of the context if it has no arguments, else nothing.
    JsValue missing(Rendering rendering, RenderContext place) throws TemplateException {
        JsValue property = fallback.value(rendering, place);
        if (bare) {
            return property.isNullish() ? Text.EMPTY : property;
        }
        arguments.positional(rendering, place);
        JsObject named = arguments.named(rendering, place);
        rendering.budget().step(named.size() + 1L);
        if (Conversions.isTruthy(property)) {
            throw new TemplateException(NOT_A_FUNCTION);
        }
        return Text.EMPTY;
    }
}
