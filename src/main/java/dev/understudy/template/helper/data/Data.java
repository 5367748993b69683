package dev.understudy.template.helper.data;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Json;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// What stands in a data bucket, or at a path in it; lists and objects as JSON: `{{data 'users' '0.name'}} ⇒ Ana`.
final class Data implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        Optional<JsValue> value = BucketNames.find(call);
        return value.isEmpty() ? Undefined.UNDEFINED : Json.safe(value.get(), false, call.budget());
    }

    @Override
    public int pathArgument() {
        return 1;
    }
}
