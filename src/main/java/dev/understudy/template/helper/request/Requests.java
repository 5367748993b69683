package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.TemplateException;

/// What the helpers of this package have in common. Without a request they are unknown, so that there is one.
final class Requests {

    private Requests() {}

    static RequestView of(HelperCall call) {
        return call.scope().request().orElseThrow();
    }

    /// The default that was given in a place; null and undefined are none.
    static JsValue otherwise(HelperCall call, int index) {
        return call.plain(index).isNullish() ? Text.EMPTY : call.plain(index);
    }

    /// Whether the path that was given in the first place is none.
    static boolean isWhole(HelperCall call) throws TemplateException {
        return call.plain(0).isNullish()
                || TextConversion.of(call.plain(0), call.budget()).isEmpty();
    }
}
