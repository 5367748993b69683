package dev.understudy.template.helper.date;

import static dev.understudy.js.JsValue.Undefined.UNDEFINED;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.Numbers;
import dev.understudy.js.date.DateShift;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.scope.TemplateException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// A date, by default the present, moved by amounts of time:
/// `{{dateTimeShift date='2021-01-31' format='yyyy-MM-dd' months=1}} ⇒ 2021-03-03`.
final class ShiftDate implements Helper {

    /// Amounts in the order in which they are added, with the parts of a JavaScript date that they change.
    private static final List<Map.Entry<String, String>> SETTERS = List.of(
            Map.entry("days", "Date"),
            Map.entry("months", "Month"),
            Map.entry("years", "FullYear"),
            Map.entry("hours", "Hours"),
            Map.entry("minutes", "Minutes"),
            Map.entry("seconds", "Seconds"));

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        ZoneId zone = call.scope().clock().getZone();
        JsObject named = call.named();
        for (JsValue value : named.members().values()) {
            Conversions.charge(value, call.budget()::step);
        }
        JsValue date = DateFormats.plain(named.get("date"));
        boolean isNow = date.equals(UNDEFINED);
        refuseToMove(date, named);
        double start = isNow ? (double) call.scope().clock().millis() : JsDates.of(date, zone);
        DateShift shift = new DateShift(
                amount(named, "days"),
                amount(named, "months"),
                amount(named, "years"),
                amount(named, "hours"),
                amount(named, "minutes"),
                amount(named, "seconds"));
        String format = DateFormats.plain(named.get("format")) instanceof Text(String text) ? text : DateFormats.ISO;
        return DateFormats.write(shift.apply(start, zone), format, call);
    }

    /// Only dates and texts can be moved; the words are those of a JavaScript engine.
    private static void refuseToMove(JsValue date, JsObject named) throws TemplateException {
        boolean movable = date instanceof Text || date instanceof JsValue.Moment || date.equals(UNDEFINED);
        for (Map.Entry<String, String> unit : SETTERS) {
            if (!movable && !Double.isNaN(given(named, unit.getKey()))) {
                throw new TemplateException(
                        date.isNullish()
                                ? "Cannot read properties of null (reading 'set" + unit.getValue() + "')"
                                : "dateToShift.get" + unit.getValue() + " is not a function");
            }
        }
    }

    private static double amount(JsObject named, String unit) {
        double amount = given(named, unit);
        return Double.isNaN(amount) ? 0 : amount;
    }

    private static double given(JsObject named, String unit) {
        return Numbers.parseInt(Conversions.toText(DateFormats.plain(named.get(unit))));
    }
}
