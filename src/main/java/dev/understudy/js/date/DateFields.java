package dev.understudy.js.date;

import dev.understudy.js.Numbers;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Optional;

/// The fields of dates, by the letters that patterns ask for them with.
final class DateFields {

    private static final WeekFields WEEK = WeekFields.of(DayOfWeek.SUNDAY, 1);

    private DateFields() {}

    /// What stands for `P` and `p`, the date and the time at their usual lengths.
    static String expanded(String shorthand) {
        int dates = (int) shorthand.chars().filter(c -> c == 'P').count();
        int times = shorthand.length() - dates;
        String time = switch (times) {
            case 0 -> "";
            case 1 -> "h:mm a";
            case 2 -> "h:mm:ss a";
            case 3 -> "h:mm:ss a z";
            default -> "h:mm:ss a zzzz";
        };
        String date = switch (dates) {
            case 0 -> "";
            case 1 -> "MM/dd/yyyy";
            case 2 -> "MMM d, y";
            case 3 -> "MMMM do, y";
            default -> "EEEE, MMMM do, y";
        };
        String between = dates == 0 || times == 0 ? "" : dates < 3 ? ", " : " 'at' ";
        return date + between + time;
    }

    /// A field as text; empty if the letter stands for none.
    static Optional<String> text(String token, ZonedDateTime date) {
        boolean ordinal = token.length() == 2 && token.charAt(1) == 'o';
        int width = ordinal ? 1 : token.length();
        return switch (token.charAt(0)) {
            case 'G' -> Optional.of(DateNames.era(date.getYear() > 0, width));
            case 'E', 'i', 'e', 'c' -> Optional.of(weekday(token, date.getDayOfWeek()));
            case 'Q', 'q' -> Optional.of(quarter(token, date.get(IsoFields.QUARTER_OF_YEAR)));
            case 'M', 'L' -> Optional.of(month(token, date.getMonthValue()));
            case 'a', 'b', 'B' -> Optional.of(DateNames.halfDay(token.charAt(0), date.getHour(), width));
            case 'X', 'x', 'O', 'z' -> Optional.of(zone(token, date.getOffset().getTotalSeconds() / 60));
            case 'S' -> Optional.of(fraction(date, width));
            case 't' -> Optional.of(padded(date.toInstant().toEpochMilli() / 1000, width));
            case 'T' -> Optional.of(padded(date.toInstant().toEpochMilli(), width));
            case 'y', 'Y', 'R', 'u' -> Optional.of(year(token, date));
            default -> number(token.charAt(0), date).map(number -> numeral(number, token));
        };
    }

    private static Optional<Integer> number(char letter, ZonedDateTime date) {
        int hour = date.getHour();
        return switch (letter) {
            case 'w' -> Optional.of(date.get(WEEK.weekOfWeekBasedYear()));
            case 'I' -> Optional.of(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'd' -> Optional.of(date.getDayOfMonth());
            case 'D' -> Optional.of(date.getDayOfYear());
            case 'h' -> Optional.of(hour % 12 == 0 ? 12 : hour % 12);
            case 'H' -> Optional.of(hour);
            case 'K' -> Optional.of(hour % 12);
            case 'k' -> Optional.of(hour == 0 ? 24 : hour);
            case 'm' -> Optional.of(date.getMinute());
            case 's' -> Optional.of(date.getSecond());
            default -> Optional.empty();
        };
    }

    private static String year(String token, ZonedDateTime date) {
        int signed = switch (token.charAt(0)) {
            case 'Y' -> date.get(WEEK.weekBasedYear());
            case 'R' -> date.get(IsoFields.WEEK_BASED_YEAR);
            default -> date.get(ChronoField.YEAR);
        };
        if (token.charAt(0) == 'R' || token.charAt(0) == 'u') {
            return padded(signed, token.length());
        }
        int year = signed > 0 ? signed : 1 - signed;
        if (token.endsWith("o")) {
            return DateNames.ordinal(year);
        }
        return token.length() == 2 ? padded(year % 100, 2) : padded(year, token.length());
    }

    private static String numeral(int number, String token) {
        return token.endsWith("o") ? DateNames.ordinal(number) : padded(number, token.length());
    }

    private static String quarter(String token, int quarter) {
        return switch (token.length()) {
            case 1, 2 -> numeral(quarter, token);
            case 3 -> "Q" + quarter;
            case 5 -> String.valueOf(quarter);
            default -> DateNames.ordinal(quarter) + " quarter";
        };
    }

    private static String month(String token, int month) {
        return token.length() < 3 ? numeral(month, token) : DateNames.month(month, token.length());
    }

    private static String weekday(String token, DayOfWeek day) {
        char letter = token.charAt(0);
        int width = token.length();
        if (letter == 'E') {
            return DateNames.weekday(day, Math.max(3, width));
        }
        int number = letter == 'i' ? day.getValue() : day.getValue() % 7 + 1;
        return width < 3 ? numeral(number, token) : DateNames.weekday(day, width);
    }

    private static String fraction(ZonedDateTime date, int width) {
        double fraction = Math.floor(date.get(ChronoField.MILLI_OF_SECOND) * Math.pow(10, width - 3.0));
        String digits = Numbers.print(fraction);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String zone(String token, int minutes) {
        int width = token.length();
        boolean zulu = token.charAt(0) == 'X' && minutes == 0;
        String sign = minutes < 0 ? "-" : "+";
        String hours = padded(Math.abs(minutes) / 60, 2);
        String rest = padded(Math.abs(minutes) % 60, 2);
        if (token.charAt(0) == 'O' || token.charAt(0) == 'z') {
            String brief = sign + Math.abs(minutes) / 60 + (minutes % 60 == 0 ? "" : ":" + rest);
            return "GMT" + (width < 4 ? brief : sign + hours + ":" + rest);
        }
        if (zulu) {
            return "Z";
        }
        return switch (width) {
            case 1 -> sign + hours + (minutes % 60 == 0 ? "" : rest);
            case 2, 4 -> sign + hours + rest;
            default -> sign + hours + ":" + rest;
        };
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(Math.abs(number));
        return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
