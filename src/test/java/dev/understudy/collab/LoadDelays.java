package dev.understudy.collab;

import java.util.Arrays;

/// How long changes took to those who watch. For one thread at a time.
final class LoadDelays {

    private long[] nanos = new long[1 << 20];
    private int count;

    void add(long delayNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = delayNanos;
    }

    /// What so many of a hundred did not take longer than.
    double millis(int percent) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) ((count - 1L) * percent / 100)] / 1e6;
    }
}
