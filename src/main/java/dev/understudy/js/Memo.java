package dev.understudy.js;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Remembers what some texts were read as, up to a number of them; the others are read each time. Any thread may ask.
public final class Memo<T> {

    /// Longer texts are not remembered.
    static final int MAX_LENGTH = 200;

    private final int capacity;
    private final Function<String, T> reading;
    private final Map<String, T> known = new ConcurrentHashMap<>();

    public Memo(int capacity, Function<String, T> reading) {
        this.capacity = capacity;
        this.reading = reading;
    }

    public T get(String text) {
        T found = known.get(text);
        if (found == null) {
            found = reading.apply(text);
            if (text.length() <= MAX_LENGTH && known.size() < capacity) {
                known.put(text, found);
            }
        }
        return found;
    }
}
