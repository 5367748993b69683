package dev.understudy.template.helper.list;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// A list of objects in the order of one of their values: `{{#each (sortBy (array (object n=2) (object n=1))
/// 'n')}}{{n}}{{/each}} ⇒ 12`.
/// It stays as it is if the first object has no such value, or an empty one.
final class SortBy implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        JsValue first = array.get(0);
        if (!ValueTypes.isObject(first) || !Conversions.isTruthy(call.plain(1))) {
            return array;
        }
        String key = TextConversion.of(call.plain(1), call.budget());
        JsValue sample = ValueTypes.property(first, key);
        if (!Conversions.isTruthy(sample)) {
            return array;
        }
        boolean descending = Sorting.isDescending(call, 2);
        boolean words = sample instanceof Text;
        List<JsValue> keys = new ArrayList<>(array.size());
        for (JsValue item : array.values()) {
            JsValue value = item == Undefined.UNDEFINED ? item : ValueTypes.property(item, key);
            if (words && item != Undefined.UNDEFINED) {
                Sorting.requireWord(value, "a[sort_key]");
            }
            keys.add(value);
        }
        return Sorting.sorted(array.values(), keys, words, descending, call.budget());
    }
}
