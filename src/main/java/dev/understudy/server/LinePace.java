package dev.understudy.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts lines of a log by their kind, and lets so many of each pass in a minute. Of the kinds that it tells apart,
/// the one that was seen first is forgotten first. Any thread may call it.
public final class LinePace<K> {

    /// How long a number of lines is for.
    public static final Duration PERIOD = Duration.ofMinutes(1);

    private static final class Period {
        private final long began;
        private int written;
        private long leftOut;

        Period(long began) {
            this.began = began;
        }
    }

    private final LongSupplier nanos;
    private final Map<K, Period> periods;

    /// @param maxKinds that are told apart
    /// @param nanos the time
    public LinePace(int maxKinds, LongSupplier nanos) {
        this.nanos = nanos;
        this.periods = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Period> eldest) {
                return size() > maxKinds;
            }
        };
    }

    /// Counts one more line.
    ///
    /// @param most of this kind in a period
    /// @return how many were left out in the period before, told once; negative if this line is left out as well
    public synchronized long leftOutBefore(K kind, int most) {
        long now = nanos.getAsLong();
        Period period = periods.get(kind);
        long before = 0;
        if (period == null || now - period.began >= PERIOD.toNanos()) {
            before = period == null ? 0 : period.leftOut;
            period = new Period(now);
            periods.put(kind, period);
        }
        if (period.written >= most) {
            period.leftOut++;
            return -1;
        }
        period.written++;
        return before;
    }
}
