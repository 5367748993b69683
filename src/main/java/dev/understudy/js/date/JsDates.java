package dev.understudy.js.date;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Null;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Points in time as JavaScript counts them: milliseconds since 1970-01-01T00:00Z, NaN for none.
public final class JsDates {

    /// No date is further from 1970 than this.
    public static final double MAX_MILLIS = 8.64e15;

    /// Texts that are longer are no dates.
    public static final int MAX_TEXT = 1000;

    private static final double MILLIS_OF_DAY = 86_400_000;

    private JsDates() {}

    /// `new Date(value)`.
    ///
    /// @param zone of dates that name none
    public static double of(JsValue value, ZoneId zone) {
        return switch (value) {
            case Moment(double millis) -> millis;
            case Text(String text) -> parse(text, zone);
            case Undefined _ -> Double.NaN;
            case Null _, Bool _, Num _, Big _ -> clip(Conversions.toNumber(value));
            case SafeText _, JsArray _, JsObject _ -> parse(Conversions.toText(value), zone);
        };
    }

    /// `Date.parse(text)`: ISO 8601, and the many forms that V8 understands besides.
    ///
    /// @param zone of dates that name none
    public static double parse(String text, ZoneId zone) {
        return text.length() > MAX_TEXT ? Double.NaN : new DateReader(text, zone).read();
    }

    /// The time in a zone; the time must be valid.
    public static ZonedDateTime at(double millis, ZoneId zone) {
        return Instant.ofEpochMilli((long) millis).atZone(zone);
    }

    /// Of the fields of a date, which need not be in their ranges.
    ///
    /// @param month counted from 0
    /// @param millisOfDay may be of another day
    static double millis(long year, long month, long day, double millisOfDay) {
        long months = year * 12 + month;
        long first = LocalDate.of((int) Math.floorDiv(months, 12L), Math.floorMod(months, 12) + 1, 1)
                .toEpochDay();
        return (first + day - 1) * MILLIS_OF_DAY + millisOfDay;
    }

    /// What was told in a zone's time, in universal time.
    static double universal(double local, ZoneId zone) {
        if (Double.isNaN(local) || Math.abs(local) > MAX_MILLIS + MILLIS_OF_DAY) {
            return Double.NaN;
        }
        LocalDateTime told = LocalDateTime.ofEpochSecond(Math.floorDiv((long) local, 1000L), 0, ZoneOffset.UTC);
        double offset = ZonedDateTime.ofLocal(told, zone, null).toEpochSecond() * 1000.0;
        return clip(offset + Math.floorMod((long) local, 1000L));
    }

    /// A whole number in the range of dates; NaN beyond it.
    static double clip(double millis) {
        if (!Double.isFinite(millis) || Math.abs(millis) > MAX_MILLIS) {
            return Double.NaN;
        }
        return millis < 0 ? Math.ceil(millis) + 0.0 : Math.floor(millis);
    }
}
