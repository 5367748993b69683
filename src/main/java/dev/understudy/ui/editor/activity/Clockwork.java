package dev.understudy.ui.editor.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times of a list whose entries stand under their days. Pure.
final class Clockwork {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    private Clockwork() {}

    /// "14:02", or "14:02–14:09" where it took longer than the minute.
    static String span(Instant start, Instant end, ZoneId zone) {
        String from = TIME.format(start.atZone(zone));
        String to = TIME.format(end.atZone(zone));
        return from.equals(to) ? from : from + "–" + to;
    }

    static String exact(Instant moment, ZoneId zone) {
        return EXACT.format(moment.atZone(zone));
    }

    /// "Today", "Yesterday", "Monday, 4 May", "4 May 2025".
    static String day(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) {
            return "Today";
        }
        if (days == 1) {
            return "Yesterday";
        }
        return (day.getYear() == today.getYear() ? WEEKDAY : DAY).format(day);
    }
}
