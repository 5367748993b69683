package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// How many items a list has, or characters a text: `{{len (array 1 2)}} ⇒ 2`, `{{len 'abc'}} ⇒ 3`.
final class Len implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return switch (call.argument(0)) {
            case JsArray array -> new Num(array.size());
            case Text(String text) -> new Num(text.length());
            default -> new Num(0);
        };
    }
}
