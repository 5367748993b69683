package dev.understudy.js;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The two texts of a date: JavaScript's own, and ISO 8601.
public final class DateText {

    private static final DateTimeFormatter NATIVE = DateTimeFormatter.ofPattern(
            "EEE MMM dd uuuu HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ENGLISH);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH);

    private DateText() {}

    /// `String(date)` where the time zone is UTC, as in a container.
    public static String print(double millis) {
        return Double.isNaN(millis) ? "Invalid Date" : NATIVE.format(at(millis));
    }

    /// `date.toISOString()`; the date must be valid.
    public static String iso(double millis) {
        return ISO.format(at(millis));
    }

    private static ZonedDateTime at(double millis) {
        return Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC);
    }
}
