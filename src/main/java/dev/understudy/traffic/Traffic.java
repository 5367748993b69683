package dev.understudy.traffic;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What one listener was asked lately, and what it answered. Nothing is put into words before somebody reads it.
/// Any thread may call it.
public final class Traffic {

    /// Exchanges that are kept; the same number of callbacks and of mishaps.
    public static final int KEPT = 100;

    private final Ring<Supplier<Exchange>> exchanges;
    private final Ring<CallbackReport> callbacks;
    private final Ring<Mishap> mishaps;
    private final List<Consumer<Supplier<Exchange>>> readers = new CopyOnWriteArrayList<>();

    public Traffic() {
        this(KEPT);
    }

    Traffic(int kept) {
        exchanges = new Ring<>(kept);
        callbacks = new Ring<>(kept);
        mishaps = new Ring<>(kept);
    }

    /// Keeps an exchange.
    ///
    /// @param exchange puts it into words, the same ones each time
    public void add(Supplier<Exchange> exchange) {
        exchanges.add(exchange);
        if (!readers.isEmpty()) {
            readers.forEach(reader -> reader.accept(exchange));
        }
    }

    public void add(CallbackReport callback) {
        callbacks.add(callback);
    }

    public void add(Mishap mishap) {
        mishaps.add(mishap);
    }

    /// The oldest first.
    public List<Exchange> exchanges() {
        return exchanges.toList().stream().map(Supplier::get).toList();
    }

    /// The oldest first.
    public List<CallbackReport> callbacks() {
        return callbacks.toList();
    }

    /// The oldest first.
    public List<Mishap> mishaps() {
        return mishaps.toList();
    }

    /// Forgets everything.
    public void clear() {
        exchanges.clear();
        callbacks.clear();
        mishaps.clear();
    }

    /// Tells of each exchange from now on, on the thread that answered, which must not be held up.
    ///
    /// @return ends it
    public Runnable follow(Consumer<Supplier<Exchange>> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }
}
