package dev.understudy.js.date;

import dev.understudy.js.date.DateToken.Kind;
import java.time.ZoneId;

/// Reads one text as a date: as ISO 8601 if it is that, else by picking up whatever looks like a part of a date.
final class DateReader {

    private static final int NONE = -1;

    private final DateScanner scanner;
    private final ZoneId zone;
    private final int[] date = new int[3];
    private int dateParts;
    private int namedMonth = NONE;
    private boolean iso;
    private final int[] time = new int[4];
    private int timeParts;
    private int halfDay = NONE;
    private int zoneSign;
    private int zoneHour = NONE;
    private int zoneMinute = NONE;

    DateReader(String text, ZoneId zone) {
        scanner = new DateScanner(text);
        this.zone = zone;
    }

    double read() {
        return switch (readIso()) {
            case DONE -> millis();
            case IMPOSSIBLE -> Double.NaN;
            case OTHER -> readLegacy() ? millis() : Double.NaN;
        };
    }

    private enum Outcome {
        DONE,
        IMPOSSIBLE,
        OTHER
    }

    private Outcome readIso() {
        if (scanner.peek().isSign()) {
            int sign = scanner.next().is('-') ? -1 : 1;
            if (!scanner.peek().isNumber(6)) {
                return Outcome.OTHER;
            }
            int year = scanner.next().value();
            if (sign < 0 && year == 0) {
                return Outcome.OTHER;
            }
            addDate(sign * year);
        } else if (scanner.peek().isNumber(4)) {
            addDate(scanner.next().value());
        } else {
            return Outcome.OTHER;
        }
        for (int max : new int[] {12, 31}) {
            if (!scanner.skip('-')) {
                break;
            }
            if (!isNext(2, 1, max)) {
                return Outcome.OTHER;
            }
            addDate(scanner.next().value());
        }
        if (scanner.peek().kind() == Kind.T) {
            scanner.next();
            if (!readIsoTime()) {
                return Outcome.IMPOSSIBLE;
            }
        } else if (scanner.peek().kind() != Kind.END) {
            return Outcome.OTHER;
        }
        if (zoneSign == 0 && timeParts == 0) {
            setZone(0);
        }
        iso = true;
        return Outcome.DONE;
    }

    private boolean isNext(int digits, int min, int max) {
        DateToken token = scanner.peek();
        return token.isNumber(digits) && token.value() >= min && token.value() <= max;
    }

    private boolean readIsoTime() {
        if (!isNext(2, 0, 24)) {
            return false;
        }
        int rest = scanner.peek().value() == 24 ? 0 : 59;
        addTime(scanner.next().value());
        if (!scanner.skip(':') || !isNext(2, 0, rest)) {
            return false;
        }
        addTime(scanner.next().value());
        if (scanner.skip(':')) {
            if (!isNext(2, 0, rest)) {
                return false;
            }
            addTime(scanner.next().value());
            if (scanner.skip('.')) {
                if (!scanner.peek().isNumber() || (rest == 0 && scanner.peek().value() > 0)) {
                    return false;
                }
                addTime(scanner.fraction());
            }
        }
        return readIsoZone() && scanner.peek().kind() == Kind.END;
    }

    private boolean readIsoZone() {
        if (scanner.peek().isZ()) {
            scanner.next();
            setZone(0);
        } else if (scanner.peek().isSign()) {
            zoneSign = scanner.next().is('-') ? -1 : 1;
            if (scanner.peek().isNumber(4)) {
                int both = scanner.next().value();
                zoneHour = both / 100;
                zoneMinute = both % 100;
                return zoneHour <= 23 && zoneMinute <= 59;
            }
            if (!isNext(2, 0, 23)) {
                return false;
            }
            zoneHour = scanner.next().value();
            if (!scanner.skip(':') || !isNext(2, 0, 59)) {
                return false;
            }
            zoneMinute = scanner.next().value();
        }
        return true;
    }

    private boolean readLegacy() {
        boolean numbers = dateParts > 0;
        while (scanner.peek().kind() != Kind.END) {
            DateToken token = scanner.next();
            boolean fits = switch (token.kind()) {
                case NUMBER -> readNumber(token.value());
                case MONTH -> {
                    namedMonth = token.value();
                    scanner.skip('-');
                    yield true;
                }
                case HALF_DAY, ZONE, WORD, T -> readWord(token, numbers);
                case SYMBOL -> readSymbol(token, numbers);
                case SPACE, END -> true;
            };
            if (!fits) {
                return false;
            }
            numbers |= token.isNumber() || (token.isSign() && zoneSign != 0);
        }
        return true;
    }

    private boolean readNumber(int number) {
        if (scanner.skip(':')) {
            if (scanner.skip(':')) {
                return timeParts == 0 && addTime(number) && addTime(0);
            }
            boolean added = addTime(number);
            scanner.skip('.');
            return added;
        }
        if (scanner.peek().is('.')) {
            scanner.next();
            if (isTimeExpected(number)) {
                addTime(number);
                return scanner.peek().isNumber() && finishTime(scanner.fraction());
            }
        }
        if (zoneHour != NONE && zoneMinute == NONE && number < 60) {
            zoneMinute = number;
            return true;
        }
        if (isTimeExpected(number)) {
            finishTime(number);
            DateToken next = scanner.peek();
            return next.kind() == Kind.END || next.kind() == Kind.SPACE || next.isZ() || next.isSign();
        }
        boolean added = addDate(number);
        scanner.skip('-');
        return added;
    }

    private boolean readWord(DateToken token, boolean numbers) {
        if (token.kind() == Kind.HALF_DAY && timeParts > 0) {
            halfDay = token.value();
            return true;
        }
        if (token.kind() == Kind.ZONE && numbers) {
            setZone(token.value());
            return true;
        }
        return !numbers && !scanner.peek().isNumber();
    }

    private boolean readSymbol(DateToken token, boolean numbers) {
        boolean universal = zoneHour == 0 && zoneMinute == 0;
        if (token.isSign() && (universal || timeParts > 0)) {
            return readOffset(token);
        }
        if ((token.isSign() || token.is(')')) && numbers) {
            return false;
        }
        if (token.is('(')) {
            scanner.skipParentheses();
        }
        return true;
    }

    private boolean readOffset(DateToken sign) {
        zoneSign = sign.is('-') ? -1 : 1;
        int number = 0;
        int length = 0;
        if (scanner.peek().isNumber()) {
            length = scanner.peek().length();
            number = scanner.next().value();
        }
        if (scanner.peek().is(':')) {
            zoneHour = number;
            zoneMinute = NONE;
            return true;
        }
        boolean hours = length == 1 || length == 2;
        zoneHour = hours ? number : number / 100;
        zoneMinute = hours ? 0 : number % 100;
        return hours || length == 3 || length == 4;
    }

    private void setZone(int hours) {
        zoneSign = hours < 0 ? -1 : 1;
        zoneHour = Math.abs(hours);
        zoneMinute = 0;
    }

    private boolean addDate(int number) {
        if (dateParts == date.length) {
            return false;
        }
        date[dateParts++] = number;
        return true;
    }

    private boolean addTime(int number) {
        if (timeParts == time.length) {
            return false;
        }
        time[timeParts++] = number;
        return true;
    }

    private boolean finishTime(int number) {
        boolean added = addTime(number);
        timeParts = time.length;
        return added;
    }

    private boolean isTimeExpected(int number) {
        return ((timeParts == 1 || timeParts == 2) && number < 60) || (timeParts == 3 && number < 1000);
    }

    private double millis() {
        double day = day();
        double ofDay = ofDay();
        if (Double.isNaN(day) || Double.isNaN(ofDay)) {
            return Double.NaN;
        }
        if (zoneSign == 0) {
            return JsDates.universal(day + ofDay, zone);
        }
        double offset = zoneSign * (Math.max(0, zoneHour) * 60.0 + Math.max(0, zoneMinute)) * 60_000;
        return JsDates.clip(day + ofDay - offset);
    }

    private double day() {
        if (dateParts < 1) {
            return Double.NaN;
        }
        for (int i = dateParts; i < date.length; i++) {
            date[i] = 1;
        }
        boolean yearFirst = iso || date[0] < 1 || date[0] > 31;
        int year = yearFirst ? date[0] : date[2];
        int month = yearFirst ? date[1] : date[0];
        int day = yearFirst ? date[2] : date[1];
        if (namedMonth != NONE) {
            year = yearFirst ? date[0] : date[1];
            month = namedMonth;
            day = yearFirst ? date[1] : date[0];
        }
        if (!iso && year >= 0 && year < 100) {
            year += year < 50 ? 2000 : 1900;
        }
        boolean possible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && Math.abs(year) < 1_000_000;
        return possible ? JsDates.millis(year, month - 1, day, 0) : Double.NaN;
    }

    private double ofDay() {
        int hour = time[0];
        if (halfDay != NONE) {
            if (hour > 12) {
                return Double.NaN;
            }
            hour = hour % 12 + halfDay;
        }
        boolean inDay = hour <= 23 && time[1] <= 59 && time[2] <= 59 && time[3] <= 999;
        boolean midnight = hour == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0;
        return inDay || midnight ? ((hour * 60.0 + time[1]) * 60 + time[2]) * 1000 + time[3] : Double.NaN;
    }
}
