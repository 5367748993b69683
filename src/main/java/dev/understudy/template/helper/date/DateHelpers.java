package dev.understudy.template.helper.date;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class DateHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("now", new Now()),
            entry("dateFormat", new FormatDate()),
            entry("dateTimeShift", new ShiftDate()),
            entry("date", new RandomDate()),
            entry("time", new RandomTime()),
            entry("isValidDate", new IsValidDate()));

    private DateHelpers() {}
}
