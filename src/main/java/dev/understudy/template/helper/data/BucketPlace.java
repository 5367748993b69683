package dev.understudy.template.helper.data;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.List;

/// A place in a data bucket: at the end of a path, or the whole bucket. The budget pays for what is copied on the way.
record BucketPlace(ObjectPath path, Budget budget) {

    static BucketPlace of(String path, Budget budget) {
        return new BucketPlace(path.isEmpty() ? new ObjectPath(List.of()) : ObjectPath.parse(path), budget);
    }

    JsValue get(JsValue bucket) {
        return path.get(bucket);
    }

    JsValue set(JsValue bucket, JsValue value) throws TemplateException {
        try {
            return path.set(bucket, value, budget::step);
        } catch (JsException refused) {
            throw told(refused);
        }
    }

    JsValue without(JsValue bucket) throws TemplateException {
        try {
            return path.without(bucket, budget::step);
        } catch (JsException refused) {
            throw told(refused);
        }
    }

    private static TemplateException told(JsException refused) {
        return new TemplateException(refused.getMessage());
    }
}
