package dev.understudy.template.helper.object;

import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;

/// An object of the values given with names: `{{lookup (object name='Ana') 'name'}} ⇒ Ana`. The last one written
/// comes first.
final class ToObject implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return ValueTypes.limited(call.named());
        }
        JsValue first = call.argument(0);
        return first.isNullish() ? ValueTypes.property(first, "hash") : ObjectPath.own(first, "hash");
    }
}
