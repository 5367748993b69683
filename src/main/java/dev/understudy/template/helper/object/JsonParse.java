package dev.understudy.template.helper.object;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The value that a JSON text stands for: `{{lookup (jsonParse '{"a":1}') 'a'}} ⇒ 1`.
final class JsonParse implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.plain(0) instanceof Text(String json)) {
            call.budget().step(json.length());
            return JsJson.parse(json).orElse(Undefined.UNDEFINED);
        }
        return Undefined.UNDEFINED;
    }
}
