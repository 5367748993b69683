package dev.understudy.template.helper.list;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;

/// A list from its end to its beginning: `{{reverse (array 1 2 3)}} ⇒ 3,2,1`.
final class Reverse implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.argument(0) instanceof JsArray array)) {
            return Text.EMPTY;
        }
        call.budget().step(array.size());
        return JsArray.of(new ArrayList<>(array.values()).reversed());
    }
}
