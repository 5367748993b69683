package dev.understudy.template.helper.list;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.scope.TemplateException;

/// One of the values by lot, or one of the list given: `{{oneOf (array 'a' 'a')}} ⇒ a`. With a second argument that is
/// truthy, the JSON of it.
final class OneOf implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        boolean fromList = call.argument(0) instanceof JsArray;
        JsArray items = call.argument(0) instanceof JsArray array ? array : JsArray.of(call.arguments());
        int index = (int) (call.scope().random().nextDouble() * items.size());
        JsValue drawn = items.get(index);
        return fromList && Conversions.isTruthy(call.argument(1))
                ? new SafeText(Json.text(drawn, call.budget()).orElse("undefined"))
                : drawn;
    }
}
