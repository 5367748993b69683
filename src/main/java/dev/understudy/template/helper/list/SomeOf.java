package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Draws;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Some of a list by lot, at least and at most so many: `{{len (someOf (array 1 2 3) 2 2)}} ⇒ 2`. With `true` at the
/// end, the JSON of them.
final class SomeOf implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue list = call.argumentOrOptions(0);
        if (list == Undefined.UNDEFINED || list == Null.NULL) {
            throw ValueTypes.noFunction(list, "itemList", "sort");
        }
        if (!(list instanceof JsArray array)) {
            throw new TemplateException("itemList.sort is not a function");
        }
        call.budget().step(array.size());
        List<JsValue> items = new ArrayList<>(array.values());
        JsValue min = call.argumentOrOptions(1);
        JsValue max = call.argumentOrOptions(2);
        double count = Draws.between(
                min == Undefined.UNDEFINED ? new Num(1) : min,
                max == Undefined.UNDEFINED ? new Num(0) : max,
                call.scope().random());
        int kept = ValueTypes.place(count, items.size());
        for (int i = 0; i < kept; i++) {
            int other = i + call.scope().random().nextInt(items.size() - i);
            Collections.swap(items, i, other);
        }
        JsArray drawn = JsArray.of(items.subList(0, kept));
        return call.argument(3) == Bool.TRUE
                ? new Text(Json.text(drawn, call.budget()).orElse(""))
                : drawn;
    }
}
