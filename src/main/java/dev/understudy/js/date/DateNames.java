package dev.understudy.js.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/// The words of dates, in English, by how many letters a pattern asks for them with.
final class DateNames {

    private DateNames() {}

    static String ordinal(int number) {
        int rest = number % 100;
        if (rest > 20 || rest < 10) {
            switch (rest % 10) {
                case 1 -> {
                    return number + "st";
                }
                case 2 -> {
                    return number + "nd";
                }
                case 3 -> {
                    return number + "rd";
                }
                default -> {}
            }
        }
        return number + "th";
    }

    static String era(boolean common, int width) {
        return switch (width) {
            case 1, 2, 3 -> common ? "AD" : "BC";
            case 5 -> common ? "A" : "B";
            default -> common ? "Anno Domini" : "Before Christ";
        };
    }

    static String month(int month, int width) {
        String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (width) {
            case 3 -> name.substring(0, 3);
            case 5 -> name.substring(0, 1);
            default -> name;
        };
    }

    static String weekday(DayOfWeek day, int width) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (width) {
            case 3 -> name.substring(0, 3);
            case 5 -> name.substring(0, 1);
            case 6 -> name.substring(0, 2);
            default -> name;
        };
    }

    /// @param kind `a`: two halves; `b`: with noon and midnight; `B`: four parts
    static String halfDay(char kind, int hour, int width) {
        if (kind == 'B') {
            return hour >= 17
                    ? "in the evening"
                    : hour >= 12 ? "in the afternoon" : hour >= 4 ? "in the morning" : "at night";
        }
        if (kind == 'b' && (hour == 12 || hour == 0)) {
            String name = hour == 12 ? "noon" : "midnight";
            return width == 5 ? name.substring(0, hour == 12 ? 1 : 2) : name;
        }
        String letter = hour >= 12 ? "p" : "a";
        return switch (width) {
            case 1, 2 -> letter.toUpperCase(Locale.ROOT) + "M";
            case 3 -> letter + "m";
            case 5 -> letter;
            default -> letter + ".m.";
        };
    }
}
