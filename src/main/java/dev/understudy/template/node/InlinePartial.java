package dev.understudy.template.node;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Frame;
import dev.understudy.template.helper.Output;
import dev.understudy.template.scope.TemplateException;

/// A piece of a template that can be printed by its name.
///
/// @param place where it was defined, which is where its `../` leads
record InlinePartial(Program content, RenderContext place) {

    void print(Rendering rendering, JsValue context, Frame frame, Output out) throws TemplateException {
        content.print(rendering, place, place.inside(context, frame, new JsValue[0]), out);
    }
}
