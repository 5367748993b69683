package dev.understudy.api;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// So many calls at once and so many per second, for each key on its own. The keys that were used last are kept;
/// one that was forgotten starts full again. Any thread may call it.
final class RateLimit {

    static final int MAX_KEYS = 10_000;

    private record Level(double calls, long atMillis) {}

    private final int perSecond;
    private final int atOnce;
    private final Clock clock;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MAX_KEYS;
        }
    };

    RateLimit(int perSecond, int atOnce, Clock clock) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /// Takes one call.
    ///
    /// @return how long to wait until there will be one again; zero if it was taken
    synchronized Duration take(String key) {
        long now = clock.millis();
        Level before = levels.getOrDefault(key, new Level(atOnce, now));
        double gained = Math.max(0, now - before.atMillis()) * (double) perSecond / 1_000;
        double calls = Math.min(atOnce, before.calls() + gained);
        if (calls >= 1) {
            levels.put(key, new Level(calls - 1, now));
            return Duration.ZERO;
        }
        levels.put(key, new Level(calls, now));
        return Duration.ofMillis((long) Math.ceil((1 - calls) * 1_000 / perSecond));
    }

    int perSecond() {
        return perSecond;
    }
}
