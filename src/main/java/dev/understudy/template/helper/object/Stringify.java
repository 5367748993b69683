package dev.understudy.template.helper.object;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// The JSON of a list or an object, laid out in lines: `{{{stringify (array 1)}}} ⇒ [⏎  1⏎]`.
/// Other values stay as they are.
final class Stringify implements Helper {

    private static final int INDENTATION = 2;

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0 || (call.count() > 1 && !Conversions.isTruthy(call.argument(1)))) {
            return Undefined.UNDEFINED;
        }
        JsValue value = call.argument(0);
        if (!ValueTypes.isObject(value) || value == Null.NULL) {
            return value;
        }
        return new Text(Json.laidOut(value, INDENTATION, call.budget()));
    }
}
