package dev.understudy.template.helper.variable;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// A variable of the operator: `{{getEnvVar 'NAME' 'none'}} ⇒ none`. Only those can be read whose names begin with the
/// prefix that the operator chose; it may be left out.
final class GetEnvVar implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() == 0) {
            return Undefined.UNDEFINED;
        }
        String name = TextConversion.of(call.plain(0), call.budget());
        Optional<String> value = call.scope().environmentVariable().apply(name);
        if (value.isPresent()) {
            return new Text(value.get());
        }
        return call.plain(1).isNullish() ? Text.EMPTY : call.plain(1);
    }
}
