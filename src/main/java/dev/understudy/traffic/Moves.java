package dev.understudy.traffic;

import java.util.Comparator;
import java.util.List;

/// Which exchanges of a log went on after they were added. That is noticed when somebody looks, so that nobody who
/// answers or sends a message does anything for it. Any thread may call it.
final class Moves {

    private long stamps;

    /// @param exchanges that went on
    /// @param next the stamp to go on from
    record Part(List<Kept> exchanges, long next) {}

    /// What went on after a stamp, that what waited longest first.
    ///
    /// @param all that the log keeps
    synchronized Part since(long after, List<Kept> all, int most) {
        all.stream().filter(Kept::movesOn).forEach(kept -> kept.stamp(++stamps));
        List<Kept> later = all.stream()
                .filter(kept -> kept.stamp() > after)
                .sorted(Comparator.comparingLong(Kept::stamp))
                .toList();
        return later.size() <= most
                ? new Part(later, stamps)
                : new Part(
                        later.subList(0, most),
                        most == 0 ? after : later.get(most - 1).stamp());
    }
}
