package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// The values as one text, or lists as one list: `{{concat 'a' 1 true}} ⇒ a1true`, `{{concat (array 1) (array 2) 3}} ⇒
/// 1,2,3`.
final class Concat implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.argument(0) instanceof JsArray) {
            return list(call);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < call.count(); i++) {
            String part = TextConversion.of(call.argument(i), call.budget());
            call.budget().characters(part.length());
            text.append(part);
        }
        return new Text(text.toString());
    }

    private static JsValue list(HelperCall call) throws TemplateException {
        List<JsValue> items = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (call.argument(i) instanceof JsArray array) {
                call.budget().step(array.size());
                items.addAll(array.values());
            } else {
                items.add(call.argument(i));
            }
        }
        return ValueTypes.limited(JsArray.of(items));
    }
}
