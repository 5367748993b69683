package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// The items of a list from one place up to another: `{{slice (array 1 2 3 4) 1 3}} ⇒ 2,3`.
final class Slice implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        int size = array.size();
        JsValue start = call.argumentOrOptions(1);
        int from =
                ValueTypes.place(start == Undefined.UNDEFINED ? 0 : TextConversion.number(start, call.budget()), size);
        int to = call.argument(2) instanceof Num(double end, var _) ? ValueTypes.place(end, size) : size;
        call.budget().step(Math.max(0, to - from));
        return JsArray.of(array.values().subList(from, Math.max(from, to)));
    }
}
