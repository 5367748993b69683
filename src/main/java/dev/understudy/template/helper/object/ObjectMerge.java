package dev.understudy.template.helper.object;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Types;

/// One object of several; of values with the same name the last one counts:
/// `{{lookup (objectMerge (object a=1) (object a=2)) 'a'}} ⇒ 2`.
final class ObjectMerge implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
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
        return Types.limited(merged.build());
    }
}
