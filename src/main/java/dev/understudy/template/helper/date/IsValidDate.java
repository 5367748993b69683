package dev.understudy.template.helper.date;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.time.ZoneId;

/// Whether JavaScript takes a value for a date: `{{isValidDate '2021-02-03'}} ⇒ true`.
final class IsValidDate implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        ZoneId zone = call.scope().clock().getZone();
        JsValue value = call.plain(0);
        double millis = value instanceof JsArray || value instanceof JsObject
                ? JsDates.parse(TextConversion.of(value, call.budget()), zone)
                : JsDates.of(value, zone);
        return Bool.of(call.count() > 0 && !Double.isNaN(millis));
    }
}
