package dev.understudy.template.helper.date;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// A time of the day between two: `{{time '09:30' '09:30'}} ⇒ 09:30`.
final class RandomTime implements Helper {

    private static final String DAY = "1970-01-01T";

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        String from = "00:00";
        String to = "23:59";
        if (call.argument(0) instanceof Text(String first) && call.argument(1) instanceof Text(String last)) {
            from = first;
            to = last;
        }
        double time = RandomDate.between(new Text(DAY + from), new Text(DAY + to), call)
                .millis();
        String format = call.argument(2) instanceof Text(String text) ? text : "HH:mm";
        return DateFormats.write(time, format, call);
    }
}
