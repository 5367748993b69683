package dev.understudy.template.helper;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.path.PathLookup;
import dev.understudy.template.scope.TemplateException;

/// Looking up with the paths that templates give.
public final class Paths {

    private Paths() {}

    /// What stands at the path that an argument is, or the default. Without a path, the value itself.
    public static JsValue find(JsValue value, HelperCall call, int argument, JsValue otherwise)
            throws TemplateException {
        return find(value, call.path(argument), call, otherwise);
    }

    /// The same, where whatever is given is a path.
    public static JsValue findByText(JsValue value, HelperCall call, int argument, JsValue otherwise)
            throws TemplateException {
        JsValue given = call.plain(argument);
        if (given instanceof Text || given.isNullish()) {
            return find(value, call, argument, otherwise);
        }
        return find(value, PathLookup.parse(TextConversion.of(given, call.budget())), call, otherwise);
    }

    private static JsValue find(JsValue value, PathLookup path, HelperCall call, JsValue otherwise)
            throws TemplateException {
        call.budget().step(1);
        try {
            return path.find(value, otherwise, call.budget()::step);
        } catch (JsException failed) {
            throw new TemplateException(failed.getMessage());
        }
    }
}
