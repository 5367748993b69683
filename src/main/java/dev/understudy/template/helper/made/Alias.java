package dev.understudy.template.helper.made;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.function.Function;

/// A short name for a method of the faker: `{{int 5 5}} ⇒ 5`.
///
/// @param arguments which of a call's arguments the method gets
record Alias(String method, Function<HelperCall, List<JsValue>> arguments) implements Helper {

    /// Of a method that gets none of the arguments.
    static Alias of(String method) {
        return new Alias(method, _ -> List.of());
    }

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        try {
            return call.scope()
                    .faker()
                    .call(method, arguments.apply(call), call.budget())
                    .orElse(Text.EMPTY);
        } catch (RefusalException refused) {
            if (isRange()) {
                throw refused;
            }
            return Text.EMPTY;
        }
    }

    /// A wrong range is told, anything else passed over in silence.
    private boolean isRange() {
        return method.equals("number.int") || method.equals("number.float");
    }
}
