package dev.understudy.template.helper.block;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;

/// Prints nothing: `[{{log 'seen'}}] ⇒ []`. The reference writes to its console; the server's is no place for what
/// users write.
final class Log implements Helper {

    @Override
    public JsValue call(HelperCall call) {
        return Undefined.UNDEFINED;
    }
}
