package dev.understudy.team;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/// Rights that were looked up lately, so that a call costs no question to the database. Only what was found is kept,
/// for as long as the [RightsLog] tells of no change of it; while that can't be read, everything is looked up. So
/// nothing outlives its loss by more than [RightsLog#LEASE]. Any thread may call it.
public final class RightsCache<K, V> {

    private final RightsLog log;
    private final BiPredicate<RightsChange, Map.Entry<K, V>> concerned;
    private final Map<K, V> known;
    /// How often something was forgotten: what is being looked up meanwhile may be of before.
    private long losses;

    /// @param size entries that are kept; those that were used last
    /// @param concerned says whether a change may make an entry wrong
    public RightsCache(RightsLog log, int size, BiPredicate<RightsChange, Map.Entry<K, V>> concerned) {
        this.log = log;
        this.concerned = concerned;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        };
        log.listen(this::forget);
    }

    /// What is kept, or else what the look-up finds.
    public Optional<V> find(K key, Supplier<Optional<V>> lookUp) {
        if (!log.isRead()) {
            return lookUp.get();
        }
        long before;
        synchronized (known) {
            V found = known.get(key);
            if (found != null) {
                return Optional.of(found);
            }
            before = losses;
        }
        Optional<V> found = lookUp.get();
        synchronized (known) {
            if (before == losses) {
                found.ifPresent(value -> known.put(key, value));
            }
        }
        return found;
    }

    private void forget(RightsChange change) {
        synchronized (known) {
            losses++;
            known.entrySet().removeIf(entry -> concerned.test(change, entry));
        }
    }
}
