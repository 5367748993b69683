package dev.understudy.template.helper.find;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Memo;
import dev.understudy.js.jmespath.JmesPath;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// What a JMESPath finds: `{{jmesPath (array 3 1 2) 'max(@)'}} ⇒ 3`. A third argument is taken where it finds nothing.
final class ByJmesPath implements Helper {

    private static final int REMEMBERED = 1000;
    private static final Memo<JmesPath> PATHS = new Memo<>(REMEMBERED, JmesPath::parse);

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        JsValue data = call.plain(0);
        boolean path = call.plain(1) instanceof Text(String text) && !text.isEmpty();
        if (!path || !(data == Null.NULL || data instanceof JsArray || data instanceof JsObject)) {
            return data;
        }
        JsValue found = PATHS.get(((Text) call.plain(1)).value()).find(data, call.budget()::step);
        if (found != Undefined.UNDEFINED) {
            return found;
        }
        return call.count() > 2 ? call.argument(2) : Text.EMPTY;
    }
}
