package dev.understudy.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The last so many of something. Adding costs two atomic writes and never waits; a reader sees each entry whole, and
/// may miss one that is being added. Any thread may call it.
final class Ring<T> {

    private record Entry<T>(long number, T value) {}

    private final AtomicReferenceArray<@Nullable Entry<T>> slots;
    private final AtomicLong next = new AtomicLong();
    private volatile long first;

    private final Consumer<T> dropped;

    /// @param dropped is given what is no longer kept, once
    Ring(int size, Consumer<T> dropped) {
        slots = new AtomicReferenceArray<>(size);
        this.dropped = dropped;
    }

    /// Its number: 0, 1, 2 …
    long add(T value) {
        long number = next.getAndIncrement();
        Entry<T> before = slots.getAndSet((int) (number % slots.length()), new Entry<>(number, value));
        if (before != null) {
            dropped.accept(before.value());
        }
        return number;
    }

    /// Forgets all that was added before.
    void clear() {
        first = next.get();
        for (int at = 0; at < slots.length(); at++) {
            Entry<T> entry = slots.get(at);
            if (entry != null && entry.number() < first && slots.compareAndSet(at, entry, null)) {
                dropped.accept(entry.value());
            }
        }
    }

    /// What was added from a number on.
    ///
    /// @param values the oldest first
    /// @param next the number to go on from
    /// @param leftOut how many are not told, or not kept any more
    record Part<T>(List<T> values, long next, long leftOut) {}

    /// What was added from a number on. Ends before one that is being added just now, so that nobody who goes on from
    /// there misses it.
    ///
    /// @param most as many are told, the newest
    Part<T> from(long number, int most) {
        long end = next.get();
        long wanted = Math.max(first, number);
        long at = Math.max(wanted, end - Math.min(most, slots.length()));
        List<T> values = new ArrayList<>();
        for (; at < end; at++) {
            Entry<T> entry = slots.getAcquire((int) (at % slots.length()));
            if (entry == null || entry.number() < at) {
                break;
            }
            if (entry.number() == at) {
                values.add(entry.value());
            }
        }
        return new Part<>(values, at, at - wanted - values.size());
    }

    /// The oldest first.
    List<T> toList() {
        long end = next.get();
        List<T> values = new ArrayList<>();
        for (long number = Math.max(first, end - slots.length()); number < end; number++) {
            Entry<T> entry = slots.getAcquire((int) (number % slots.length()));
            if (entry != null && entry.number() == number) {
                values.add(entry.value());
            }
        }
        return values;
    }
}
