package dev.understudy.template.helper.object;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// What stands at a path with dots, or a default:
/// `{{objectPath (object a=(array 1 2)) 'a.1'}} ⇒ 2`.
final class ObjectAtPath implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        JsValue data = call.plain(0);
        if (!ValueTypes.isObject(data) || !(call.plain(1) instanceof Text(String path)) || path.isEmpty()) {
            return data;
        }
        call.budget().step(path.length());
        JsValue found = ObjectPath.parse(path).get(data);
        return found != Undefined.UNDEFINED ? found : call.argument(2).isNullish() ? Text.EMPTY : call.argument(2);
    }
}
