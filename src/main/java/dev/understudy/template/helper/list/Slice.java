package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.Texts;
import dev.understudy.template.helper.Types;

/// The items of a list from one place up to another: `{{slice (array 1 2 3 4) 1 3}} ⇒ 2,3`.
final class Slice implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        int size = array.size();
        JsValue start = call.argumentOrOptions(1);
        int from = Types.place(start == Undefined.UNDEFINED ? 0 : Texts.number(start, call.budget()), size);
        int to = call.argument(2) instanceof Num(double end) ? Types.place(end, size) : size;
        call.budget().step(Math.max(0, to - from));
        return JsArray.of(array.values().subList(from, Math.max(from, to)));
    }
}
