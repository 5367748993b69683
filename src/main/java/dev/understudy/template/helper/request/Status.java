package dev.understudy.template.helper.request;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;

/// Sets the status of the response, and prints nothing: `{{status 404}}not here ⇒ not here`.
final class Status implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (call.count() > 0) {
            double status = Numbers.parseInt(TextConversion.of(call.argument(0), call.budget()));
            call.scope().status().ifPresent(choice -> choice.choose(status));
        }
        return Text.EMPTY;
    }

    @Override
    public Needs needs() {
        return Needs.STATUS;
    }
}
