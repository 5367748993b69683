package dev.understudy.template.helper.date;

import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Memo;
import dev.understudy.js.date.DateFormat;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// Writing dates in the zone of the mock.
final class DateFormats {

    /// What dates look like if nobody says how.
    static final String ISO = "yyyy-MM-dd'T'HH:mm:ss.SSSxxx";

    private static final int REMEMBERED = 1000;
    private static final Memo<DateFormat> FORMATS = new Memo<>(REMEMBERED, DateFormat::parse);

    private DateFormats() {}

    static JsValue write(double millis, String format, HelperCall call) throws TemplateException {
        call.budget().step(format.length());
        try {
            return new Text(
                    FORMATS.get(format).format(millis, call.scope().clock().getZone()));
        } catch (JsException failed) {
            throw new TemplateException(failed.getMessage());
        }
    }

    /// A safe text as the text it is.
    static JsValue plain(JsValue value) {
        return value instanceof SafeText(String text) ? new Text(text) : value;
    }
}
