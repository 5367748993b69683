package dev.understudy.template.helper.math;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The quotient: `{{divide 10 4}} ⇒ 2.5`. Zeros are left out.
final class Divide implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return Folding.fold(call, (result, next) -> next == 0 ? result : result / next);
    }
}
