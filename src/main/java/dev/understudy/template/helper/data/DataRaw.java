package dev.understudy.template.helper.data;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// What stands in a data bucket, or at a path in it, as a value: `{{len (dataRaw 'users')}} ⇒ 2`.
final class DataRaw implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        return BucketNames.find(call).orElse(Undefined.UNDEFINED);
    }

    @Override
    public int pathArgument() {
        return 1;
    }
}
