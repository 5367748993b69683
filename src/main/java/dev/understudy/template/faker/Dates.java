package dev.understudy.template.faker;

import static java.util.Map.entry;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.date.JsDates;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The module `date`.
final class Dates {

    private static final double DAY = 86_400_000;
    private static final double YEAR = 365 * DAY;
    private static final double MINUTE = 60_000;
    private static final String[] ZONES = {"+0000", "-0500", "+0100", "-0800", "+0530", "+0900"};

    static final Map<String, FakerMethod> METHODS = Map.ofEntries(
            entry("date.anytime", ask -> near(ask, -YEAR, YEAR)),
            entry("date.past", ask -> near(ask, -YEAR * positive(ask, "years"), -1)),
            entry("date.future", ask -> near(ask, 1, YEAR * positive(ask, "years"))),
            entry("date.recent", ask -> near(ask, -DAY * positive(ask, "days"), 0)),
            entry("date.soon", ask -> near(ask, 0, DAY * positive(ask, "days"))),
            entry("date.between", ask -> new Moment(between(ask))),
            entry("date.betweens", Dates::betweens),
            entry("date.birthdate", Dates::birthdate),
            entry(
                    "date.month",
                    ask -> name(
                            ask, Month.of(ask.chance().between(1, 12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
            entry(
                    "date.weekday",
                    ask -> name(
                            ask,
                            DayOfWeek.of(ask.chance().between(1, 7)).getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
            entry("git.commitDate", ask -> new Text(commitDate(ask))));

    private Dates() {}

    private static double positive(Ask ask, String unit) throws TemplateException {
        double amount = ask.number(unit, 1);
        if (!(amount > 0)) {
            String name = unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
            throw new RefusalException(name + " must be greater than 0.");
        }
        return amount;
    }

    private static JsValue near(Ask ask, double from, double to) throws TemplateException {
        double now = ask.now();
        return new Moment(within(ask, now + from, now + to));
    }

    private static double within(Ask ask, double from, double to) throws TemplateException {
        if (Math.abs(from) > JsDates.MAX_MILLIS || Math.abs(to) > JsDates.MAX_MILLIS) {
            throw new RefusalException("Dates end before");
        }
        return Math.floor(from + ask.chance().unit() * (to - from + 1));
    }

    private static double between(Ask ask) throws TemplateException {
        JsValue from = ask.option("from");
        JsValue to = ask.option("to");
        if (from == Undefined.UNDEFINED || to == Undefined.UNDEFINED) {
            throw new RefusalException("Must pass an options object with `from` and `to` values.");
        }
        double first = ask.date(from, "from");
        double last = ask.date(to, "to");
        if (first > last) {
            throw new RefusalException("`from` date must be before `to` date.");
        }
        return within(ask, first, last);
    }

    private static JsValue betweens(Ask ask) throws TemplateException {
        int count = ask.amount(ask.option("count"), 3, 3, Ask.MAX_COUNT);
        List<Moment> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dates.add(new Moment(between(ask)));
        }
        dates.sort(Comparator.comparingDouble(Moment::millis));
        return JsArray.of(dates);
    }

    private static JsValue birthdate(Ask ask) throws TemplateException {
        ZonedDateTime now = JsDates.at(ask.now(), ZoneOffset.UTC);
        boolean years = ask.text("mode").orElse("age").equals("year");
        double min = ask.number("min", years ? now.getYear() - 80.0 : 18);
        double max = ask.number("max", years ? now.getYear() - 18.0 : 80);
        if (!(min <= max) || Math.abs(max) > 200_000 || Math.abs(min) > 200_000) {
            throw new RefusalException("Max " + Conversions.toText(new Num(max))
                    + " should be greater than or equal to min " + Conversions.toText(new Num(min)) + ".");
        }
        ZonedDateTime from = years
                ? now.withYear((int) min).withDayOfYear(1)
                : now.minusYears((long) max + 1).plusDays(1);
        ZonedDateTime to =
                years ? now.withYear((int) max).withDayOfYear(1).plusYears(1).minusDays(1) : now.minusYears((long) min);
        return new Moment(within(ask, (double) from.toInstant().toEpochMilli(), (double)
                to.toInstant().toEpochMilli()));
    }

    private static JsValue name(Ask ask, String name) {
        return new Text(ask.flag("abbreviated") ? name.substring(0, 3) : name);
    }

    /// As git writes it: `Fri Nov 20 11:59:53 2026 -0500`.
    static String commitDate(Ask ask) throws TemplateException {
        double at = within(ask, ask.now() - DAY, ask.now());
        ZonedDateTime date = JsDates.at(Math.floor(at / MINUTE) * MINUTE, ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ENGLISH)
                        .format(date.withSecond(ask.chance().below(60)))
                + " " + ZONES[ask.chance().below(ZONES.length)];
    }
}
