package dev.understudy.template.helper.object;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// One object of several; of values with the same name the last one counts:
/// `{{lookup (objectMerge (object a=1) (object a=2)) 'a'}} ⇒ 2`.
final class ObjectMerge implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Text.EMPTY;
        }
        JsObject.Builder merged = JsObject.builder();
        for (int i = 0; i < call.count(); i++) {
            if (call.argument(i) instanceof JsObject object) {
                call.budget().step(object.size());
                merged.setAll(object);
            } else if (call.argument(i) instanceof SafeText(String text)) {
                merged.set("string", new Text(text));
            }
        }
        return ValueTypes.limited(merged.build());
    }
}
