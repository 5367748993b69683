package dev.understudy.template.helper.data;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.Paths;
import dev.understudy.template.helper.ValueTypes;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// How a bucket is named in a template.
final class BucketNames {

    private BucketNames() {}

    /// The name that was given; empty if there are no buckets at all, so that it does not matter.
    static Optional<String> of(HelperCall call, int index) throws TemplateException {
        JsValue name = call.plain(index);
        if (name instanceof Text(String text)) {
            return Optional.of(text);
        }
        if (call.scope().buckets().find("", call.budget()).isEmpty()) {
            return Optional.empty();
        }
        throw ValueTypes.noFunction(name, "dataBucketName", "toLowerCase");
    }

    /// What stands in a bucket, at the path that follows its name; empty if there is no such bucket.
    static Optional<JsValue> find(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Optional.empty();
        }
        Optional<String> name = of(call, 0);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsValue> value = call.scope().buckets().find(name.get(), call.budget());
        return value.isEmpty() ? value : Optional.of(Paths.find(value.get(), call, 1, Text.EMPTY));
    }
}
