package dev.understudy.template.helper.date;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.js.date.DateShift;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.TemplateException;
import dev.understudy.template.helper.Call;
import dev.understudy.template.helper.Helper;
import java.time.ZoneId;

/// A date, by default the present, moved by amounts of time:
/// `{{dateTimeShift date='2021-01-31' format='yyyy-MM-dd' months=1}} ⇒ 2021-03-03`.
final class ShiftDate implements Helper {

    @Override
    public JsValue call(Call call) throws TemplateException {
        ZoneId zone = call.scope().clock().getZone();
        JsObject named = call.named();
        JsValue date = Formats.plain(named.get("date"));
        double start = date.isNullish() ? (double) call.scope().clock().millis() : JsDates.of(date, zone);
        DateShift shift = new DateShift(
                amount(named, "days"),
                amount(named, "months"),
                amount(named, "years"),
                amount(named, "hours"),
                amount(named, "minutes"),
                amount(named, "seconds"));
        String format = Formats.plain(named.get("format")) instanceof Text(String text) ? text : Formats.ISO;
        return Formats.write(shift.apply(start, zone), format, call);
    }

    private static double amount(JsObject named, String unit) {
        double amount = Numbers.parseInt(Conversions.toText(Formats.plain(named.get(unit))));
        return Double.isNaN(amount) ? 0 : amount;
    }
}
