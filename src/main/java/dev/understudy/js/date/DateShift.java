package dev.understudy.js.date;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Amounts of time to add, one after the other in the order of these components. What overflows a month goes into the
/// next one, and what is told in local time jumps with it. Amounts are whole.
public record DateShift(double days, double months, double years, double hours, double minutes, double seconds) {

    /// No amount may be greater: dates end before.
    private static final double MAX = 1e13;

    private static final double MAX_MONTHS = 10_000_000;

    /// The time after the shift; NaN if there is no such time.
    public double apply(double millis, ZoneId zone) {
        double shifted = add(millis, zone, 0, 0, days * 86_400_000);
        shifted = add(shifted, zone, 0, months, 0);
        shifted = add(shifted, zone, years, 0, 0);
        shifted = add(shifted, zone, 0, 0, hours * 3_600_000);
        shifted = add(shifted, zone, 0, 0, minutes * 60_000);
        return add(shifted, zone, 0, 0, seconds * 1_000);
    }

    private static double add(double millis, ZoneId zone, double years, double months, double more) {
        boolean possible = Math.abs(years) < MAX_MONTHS && Math.abs(months) < MAX_MONTHS && Math.abs(more) < MAX * 1000;
        if (Double.isNaN(millis) || !possible) {
            return Double.NaN;
        }
        if (years == 0 && months == 0 && more == 0) {
            return millis;
        }
        ZonedDateTime at = JsDates.at(millis, zone);
        double ofDay = at.toLocalTime().toNanoOfDay() / 1_000_000.0;
        long month = at.getMonthValue() - 1L + (long) months;
        return JsDates.universal(
                JsDates.millis(at.getYear() + (long) years, month, at.getDayOfMonth(), ofDay + more), zone);
    }
}
