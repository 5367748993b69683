package dev.understudy.template.helper.block;

import dev.understudy.js.JsValue;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// The name under which the reference keeps what it calls in the place of helpers that there are not. Called by that
/// name, it fails: `{{helperMissing}} ⇒ ✗ Cannot read properties of undefined (reading 'call')`.
final class HelperMissing implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        throw new TemplateException("Cannot read properties of undefined (reading 'call')");
    }
}
