package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The first item of a list for which a condition holds:
/// `{{lookup (find (array (object id=1 n='a') (object id=2 n='b')) (object id=2)) 'n'}} ⇒ b`.
final class Find implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        if (call.count() == 1) {
            return Undefined.UNDEFINED;
        }
        Conditions conditions = Conditions.of(call);
        for (JsValue item : array.values()) {
            if (conditions.hold(item)) {
                return item;
            }
        }
        return Undefined.UNDEFINED;
    }
}
