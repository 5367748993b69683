package dev.understudy.template.helper.date;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Map;

/// A date between two: `{{date '2021-01-01' '2021-01-01' 'yyyy'}} ⇒ 2021`.
final class RandomDate implements Helper {

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.plain(0) instanceof Text from) || !(call.plain(1) instanceof Text to)) {
            return Text.EMPTY;
        }
        Moment date = between(from, to, call);
        return call.plain(2) instanceof Text(String format)
                ? DateFormats.write(date.millis(), format, call)
                : new Text(Conversions.toText(date));
    }

    static Moment between(Text from, Text to, HelperCall call) throws TemplateException {
        JsValue range = JsObject.of(Map.of("from", from, "to", to));
        JsValue date = call.scope()
                .faker()
                .call("date.between", List.of(range), call.budget())
                .orElse(new Moment(Double.NaN));
        return date instanceof Moment moment ? moment : new Moment(Double.NaN);
    }
}
