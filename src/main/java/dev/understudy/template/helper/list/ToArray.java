package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A list of the values given: `{{#each (array 1 2)}}{{this}};{{/each}} ⇒ 1;2;`.
final class ToArray implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return ValueTypes.limited(JsArray.of(call.arguments()));
    }
}
