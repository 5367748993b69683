package dev.understudy.js.date;

import dev.understudy.js.date.DateToken.Kind;
import java.time.ZoneId;

/// Reads one text as a date: as ISO 8601 if it is that, else by picking up whatever looks like a part of a date.
final class DateReader {

    private final DateScanner scanner;
    private final ZoneId zone;
    private final DateParts parts = new DateParts();

    DateReader(String text, ZoneId zone) {
        scanner = new DateScanner(text);
        this.zone = zone;
    }

    double read() {
        return switch (readIso()) {
            case DONE -> parts.millis(zone);
            case IMPOSSIBLE -> Double.NaN;
            case OTHER -> readLegacy() ? parts.millis(zone) : Double.NaN;
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
            parts.addDate(sign * year);
        } else if (scanner.peek().isNumber(4)) {
            parts.addDate(scanner.next().value());
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
            parts.addDate(scanner.next().value());
        }
        if (scanner.peek().kind() == Kind.T) {
            scanner.next();
            if (!readIsoTime()) {
                return Outcome.IMPOSSIBLE;
            }
        } else if (scanner.peek().kind() != Kind.END) {
            return Outcome.OTHER;
        }
        parts.endIso();
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
        parts.addTime(scanner.next().value());
        if (!scanner.skip(':') || !isNext(2, 0, rest)) {
            return false;
        }
        parts.addTime(scanner.next().value());
        if (scanner.skip(':')) {
            if (!isNext(2, 0, rest)) {
                return false;
            }
            parts.addTime(scanner.next().value());
            if (scanner.skip('.')) {
                if (!scanner.peek().isNumber() || (rest == 0 && scanner.peek().value() > 0)) {
                    return false;
                }
                parts.addTime(scanner.fraction());
            }
        }
        return readIsoZone() && scanner.peek().kind() == Kind.END;
    }

    private boolean readIsoZone() {
        if (scanner.peek().isZ()) {
            scanner.next();
            parts.setZone(0);
        } else if (scanner.peek().isSign()) {
            parts.zoneSign = scanner.next().is('-') ? -1 : 1;
            if (scanner.peek().isNumber(4)) {
                int both = scanner.next().value();
                parts.zoneHour = both / 100;
                parts.zoneMinute = both % 100;
                return parts.zoneHour <= 23 && parts.zoneMinute <= 59;
            }
            if (!isNext(2, 0, 23)) {
                return false;
            }
            parts.zoneHour = scanner.next().value();
            if (!scanner.skip(':') || !isNext(2, 0, 59)) {
                return false;
            }
            parts.zoneMinute = scanner.next().value();
        }
        return true;
    }

    private boolean readLegacy() {
        boolean numbers = parts.hasDate();
        while (scanner.peek().kind() != Kind.END) {
            DateToken token = scanner.next();
            boolean fits = switch (token.kind()) {
                case NUMBER -> readNumber(token.value());
                case MONTH -> {
                    parts.namedMonth = token.value();
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
            numbers |= token.isNumber() || (token.isSign() && parts.hasZone());
        }
        return true;
    }

    private boolean readNumber(int number) {
        if (scanner.skip(':')) {
            if (scanner.skip(':')) {
                return !parts.hasTime() && parts.addTime(number) && parts.addTime(0);
            }
            boolean added = parts.addTime(number);
            scanner.skip('.');
            return added;
        }
        if (scanner.peek().is('.')) {
            scanner.next();
            if (parts.isTimeExpected(number)) {
                parts.addTime(number);
                return scanner.peek().isNumber() && parts.finishTime(scanner.fraction());
            }
        }
        if (parts.zoneHour != DateParts.NONE && parts.zoneMinute == DateParts.NONE && number < 60) {
            parts.zoneMinute = number;
            return true;
        }
        if (parts.isTimeExpected(number)) {
            parts.finishTime(number);
            DateToken next = scanner.peek();
            return next.kind() == Kind.END || next.kind() == Kind.SPACE || next.isZ() || next.isSign();
        }
        boolean added = parts.addDate(number);
        scanner.skip('-');
        return added;
    }

    private boolean readWord(DateToken token, boolean numbers) {
        if (token.kind() == Kind.HALF_DAY && parts.hasTime()) {
            parts.halfDay = token.value();
            return true;
        }
        if (token.kind() == Kind.ZONE && numbers) {
            parts.setZone(token.value());
            return true;
        }
        return !numbers && !scanner.peek().isNumber();
    }

    private boolean readSymbol(DateToken token, boolean numbers) {
        boolean universal = parts.zoneHour == 0 && parts.zoneMinute == 0;
        if (token.isSign() && (universal || parts.hasTime())) {
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
        parts.zoneSign = sign.is('-') ? -1 : 1;
        int number = 0;
        int length = 0;
        if (scanner.peek().isNumber()) {
            length = scanner.peek().length();
            number = scanner.next().value();
        }
        if (scanner.peek().is(':')) {
            parts.zoneHour = number;
            parts.zoneMinute = DateParts.NONE;
            return true;
        }
        boolean hours = length == 1 || length == 2;
        parts.zoneHour = hours ? number : number / 100;
        parts.zoneMinute = hours ? 0 : number % 100;
        return hours || length == 3 || length == 4;
    }
}
