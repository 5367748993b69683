package dev.understudy.js.date;

import java.time.ZoneId;

/// The parts of a date, in the order in which they were found in a text. For one text.
final class DateParts {

    /// What has not been found.
    static final int NONE = -1;

    private final int[] date = new int[3];
    private int dateParts;
    private boolean iso;
    private final int[] time = new int[4];
    private int timeParts;

    /// Counted from 1.
    int namedMonth = NONE;

    /// 0 or 12.
    int halfDay = NONE;

    /// 0 if there is no zone.
    int zoneSign;

    int zoneHour = NONE;
    int zoneMinute = NONE;

    boolean hasDate() {
        return dateParts > 0;
    }

    boolean hasTime() {
        return timeParts > 0;
    }

    boolean hasZone() {
        return zoneSign != 0;
    }

    /// All of it was ISO 8601, in which a date without a time is one in UTC.
    void endIso() {
        if (!hasZone() && !hasTime()) {
            setZone(0);
        }
        iso = true;
    }

    void setZone(int hours) {
        zoneSign = hours < 0 ? -1 : 1;
        zoneHour = Math.abs(hours);
        zoneMinute = 0;
    }

    boolean addDate(int number) {
        if (dateParts == date.length) {
            return false;
        }
        date[dateParts++] = number;
        return true;
    }

    boolean addTime(int number) {
        if (timeParts == time.length) {
            return false;
        }
        time[timeParts++] = number;
        return true;
    }

    boolean finishTime(int number) {
        boolean added = addTime(number);
        timeParts = time.length;
        return added;
    }

    boolean isTimeExpected(int number) {
        return ((timeParts == 1 || timeParts == 2) && number < 60) || (timeParts == 3 && number < 1000);
    }

    /// Milliseconds since 1970; NaN if they are no date.
    ///
    /// @param zone of dates that name none
    double millis(ZoneId zone) {
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
