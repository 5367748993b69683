package dev.understudy.template.helper.find;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Memo;
import dev.understudy.js.path.JsonPath;
import dev.understudy.js.path.PathLookup;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// What a JSONPath finds: `{{jsonPath (object a=(array 1 2)) '$.a[1]'}} ⇒ 2`. The `$.` can be left out; a third
/// argument is taken where nothing is found.
final class ByJsonPath implements Helper {

    private static final int REMEMBERED = 1000;
    private static final Memo<PathLookup> PATHS =
            new Memo<>(REMEMBERED, path -> new PathLookup.Json(JsonPath.parse(path)));

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() < 2) {
            return Undefined.UNDEFINED;
        }
        boolean path = call.plain(1) instanceof Text(String text) && !text.isEmpty();
        PathLookup lookup = path ? PATHS.get(((Text) call.plain(1)).value()) : PathLookup.Whole.WHOLE;
        JsValue otherwise = call.count() > 2 ? call.argument(2) : Text.EMPTY;
        try {
            return lookup.find(call.plain(0), otherwise, call.budget()::step);
        } catch (JsException failed) {
            throw new TemplateException(failed.getMessage());
        }
    }
}
