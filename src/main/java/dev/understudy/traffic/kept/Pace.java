package dev.understudy.traffic.kept;

import java.util.concurrent.atomic.AtomicLong;

/// Lets so many through in each second, the first ones. Who is not let through costs one look. Any thread may call it.
final class Pace {

    private static final int COUNT_BITS = 32;
    private static final long COUNT = (1L << COUNT_BITS) - 1;

    private final int most;

    /// The second above, how many were let through in it below.
    private final AtomicLong state = new AtomicLong(-1);

    Pace(int most) {
        this.most = most;
    }

    /// Whether this one goes through.
    ///
    /// @param second which it is, from anywhere on
    boolean take(long second) {
        return number(second) > 0;
    }

    /// Which one of its second this is, from 1 on; 0 if it does not go through.
    int number(long second) {
        while (true) {
            long before = state.get();
            boolean same = before >>> COUNT_BITS == (second & COUNT);
            long count = same ? before & COUNT : 0;
            if (count >= most) {
                return 0;
            }
            if (state.compareAndSet(before, second << COUNT_BITS | (count + 1))) {
                return (int) (count + 1);
            }
        }
    }
}
