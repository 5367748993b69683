package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// A list in order, of words if the first item is one, else of numbers: `{{sort (array 3 1 2)}} ⇒ 1,2,3`,
/// `{{sort (array 'b' 'C' 'a') 'desc'}} ⇒ C,b,a`.
final class Sort implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        if (array.size() == 0 || ValueTypes.isObject(array.get(0))) {
            return array;
        }
        boolean descending = Sorting.isDescending(call, 1);
        boolean words = array.get(0) instanceof Text;
        for (JsValue item : array.values()) {
            if (words && item != Undefined.UNDEFINED) {
                Sorting.requireWord(item, "a");
            }
        }
        return Sorting.sorted(array.values(), array.values(), words, descending, call.budget());
    }
}
