package dev.understudy.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as people say them. Pure.
public final class Moments {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_HEADING = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_HEADING_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    private Moments() {}

    /// How long ago something was. A moment that is still to come counts as now: clocks differ.
    static String ago(Instant then, Instant now, ZoneId zone) {
        Duration passed = Duration.between(then, now);
        if (passed.toSeconds() < 60) {
            return "just now";
        }
        if (passed.toMinutes() < 60) {
            return passed.toMinutes() + " min ago";
        }
        LocalDate day = then.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) {
            return passed.toHours() + " h ago";
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < 7) {
            return WEEKDAY.format(day);
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /// "4 May 2026, 14:02:00".
    public static String exact(Instant then, ZoneId zone) {
        return EXACT.format(then.atZone(zone));
    }

    /// From one moment to another of a day: "14:02", or "14:02–14:09" where it took longer than the minute.
    public static String span(Instant start, Instant end, ZoneId zone) {
        String from = TIME.format(start.atZone(zone));
        String to = TIME.format(end.atZone(zone));
        return from.equals(to) ? from : from + "–" + to;
    }

    /// A day as a heading: "Today", "Yesterday", "Monday, 4 May", "4 May 2025".
    public static String day(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) {
            return "Today";
        }
        if (days == 1) {
            return "Yesterday";
        }
        return (day.getYear() == today.getYear() ? DAY_HEADING : DAY_HEADING_OF_YEAR).format(day);
    }
}
