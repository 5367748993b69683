package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// The items of a list for which a condition holds:
/// `{{#each (filter (array (object id=1) (object id=2)) (object id=2))}}{{id}}{{/each}} ⇒ 2`.
final class Filter implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        if (array.size() == 0 || call.count() == 1) {
            return array;
        }
        Conditions conditions = Conditions.of(call);
        List<JsValue> kept = new ArrayList<>();
        for (JsValue item : array.values()) {
            if (conditions.hold(item)) {
                kept.add(item);
            }
        }
        return JsArray.of(kept);
    }
}
