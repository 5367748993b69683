package dev.understudy.template.helper.date;

import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;

/// A date written in some way: `{{dateFormat '2021-02-03' 'dd/MM/yyyy'}} ⇒ 03/02/2021`.
final class FormatDate implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        JsValue date = call.plain(0);
        boolean isDate = date instanceof Text || date instanceof Moment;
        if (!isDate || !(call.plain(1) instanceof Text(String format))) {
            return Text.EMPTY;
        }
        return DateFormats.write(JsDates.of(date, call.scope().clock().getZone()), format, call);
    }
}
