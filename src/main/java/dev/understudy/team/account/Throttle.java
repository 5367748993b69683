package dev.understudy.team.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows down guessing. The first few attempts under a key are free; after each further one the key has to wait, each
/// time twice as long. An attempt counts as failed from its beginning until it turns out otherwise, so that many at
/// once gain nothing. Kept in memory only, for at most [#MOST_KEYS] keys. Any thread may call it.
public final class Throttle {

    public static final int MOST_KEYS = 10_000;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /// After this long without an attempt a key starts anew.
    static final Duration MEMORY = Duration.ofHours(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private record Count(int attempts, Instant at, Instant waitsUntil) {}

    private final Clock clock;
    private final int free;
    private final Duration longestWait;

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /// A throttle that has seen nothing yet.
    /// @param free how many attempts go through before the first wait
    public Throttle(Clock clock, int free) {
        this(clock, free, LONGEST_WAIT);
    }

    Throttle(Clock clock, int free, Duration longestWait) {
        this.clock = clock;
        this.free = free;
        this.longestWait = longestWait;
    }

    /// How long the key has to wait for an attempt, without beginning one.
    synchronized Optional<Duration> timeToWait(String key) {
        Count count = counts.get(key);
        Instant now = clock.instant();
        return count != null && count.waitsUntil().isAfter(now)
                ? Optional.of(Duration.between(now, count.waitsUntil()))
                : Optional.empty();
    }

    /// Begins an attempt, or tells how long the key has to wait for one.
    public synchronized Optional<Duration> begin(String key) {
        Instant now = clock.instant();
        Count count = counts.getOrDefault(key, new Count(0, now, now));
        if (count.waitsUntil().isAfter(now)) {
            return Optional.of(Duration.between(now, count.waitsUntil()));
        }
        int attempts = count.at().plus(MEMORY).isBefore(now) ? 1 : count.attempts() + 1;
        counts.put(key, new Count(attempts, now, now.plus(waitAfter(attempts))));
        return Optional.empty();
    }

    /// The attempt was a good one: it did not count.
    public synchronized void takeBack(String key) {
        counts.computeIfPresent(key, (same, count) -> {
            int attempts = Math.max(0, count.attempts() - 1);
            return new Count(attempts, count.at(), attempts < free ? count.at() : count.waitsUntil());
        });
    }

    /// All is well under this key.
    public synchronized void forget(String key) {
        counts.remove(key);
    }

    private Duration waitAfter(int attempts) {
        int doublings = attempts - free;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(doublings, 30));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
