package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Types;

/// A list of the values given: `{{#each (array 1 2)}}{{this}};{{/each}} ⇒ 1;2;`.
final class ToArray implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        return Types.limited(JsArray.of(call.arguments()));
    }
}
