package dev.understudy.template.node;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Output;
import dev.understudy.template.helper.registry.Helpers;
import dev.understudy.template.scope.TemplateException;

/// What prints something when a template is rendered. Immutable.
sealed interface Statement permits Statement.Plain, Statement.Value, Statement.Section, PartialStatement {

    void print(Rendering rendering, RenderContext place, Output out) throws TemplateException;

    /// Text between tags.
    record Plain(String text) implements Statement {

        @Override
        public void print(Rendering rendering, RenderContext place, Output out) throws TemplateException {
            out.plain(text);
        }
    }

    /// `{{expression}}`, or with three braces not escaped.
    record Value(Expression expression, boolean escaped) implements Statement {

        @Override
        public void print(Rendering rendering, RenderContext place, Output out) throws TemplateException {
            JsValue value = expression.value(rendering, place);
            if (escaped) {
                out.escaped(value);
            } else {
                out.plain(value);
            }
        }
    }

    /// `{{#head}}…{{else}}…{{/head}}`.
    record Section(Expression head, HelperCall.Site site, Program program, Program inverse) implements Statement {

        @Override
        public void print(Rendering rendering, RenderContext place, Output out) throws TemplateException {
            if (!(head instanceof Invocation invocation)) {
                out.textAtBeginning();
                printFor(head.value(rendering, place), rendering, place, out);
                return;
            }
            if (invocation.bare()) {
                out.textAtBeginning();
            }
            Helper helper = invocation.helperIn(rendering);
            if (helper != null) {
                helper.print(invocation.call(rendering, place, body(rendering, place)), out);
                return;
            }
            JsValue value = invocation.missing(rendering, place);
            if (invocation.bare()) {
                printFor(value, rendering, place, out);
            } else {
                out.plain(value);
            }
        }

        private HelperCall.Body body(Rendering rendering, RenderContext place) {
            return new HelperCall.Body(program.at(rendering, place), inverse.at(rendering, place));
        }

        /// Without a helper of that name, a value decides: lists are gone through, what is false, null or undefined is
        /// not, and anything else becomes the context.
        private void printFor(JsValue value, Rendering rendering, RenderContext place, Output out)
                throws TemplateException {
            HelperCall call = new HelperCall(
                    site,
                    rendering.scope(),
                    place.self(),
                    place.frame(),
                    new JsValue[] {value},
                    JsObject.EMPTY,
                    body(rendering, place));
            if (value == Bool.TRUE) {
                call.printBlock(place.self(), out);
            } else if (value == Bool.FALSE || value.isNullish()) {
                call.printInverse(out);
            } else if (value instanceof JsArray) {
                Helpers.EACH.print(call, out);
            } else {
                call.printBlock(value, out);
            }
        }
    }
}
