package dev.understudy.ui.kit;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Loads something and shows it whenever asked to, but not more often than is useful: requests that come while a load
/// is running, or in the pause after it, are answered by one more. Loads run on a thread of their own, one at a time,
/// and are made again while the database does not answer. Any thread may ask.
public final class Coalesced<T> {

    private final Supplier<T> load;
    private final Consumer<T> show;
    private final Executor ui;
    private final Duration pause;
    private final AtomicInteger requests = new AtomicInteger();

    /// Nothing is loaded yet.
    ///
    /// @param ui where `show` runs, see [Live]
    /// @param pause so long a load waits after the one before
    public Coalesced(Supplier<T> load, Consumer<T> show, Executor ui, Duration pause) {
        this.load = load;
        this.show = show;
        this.ui = ui;
        this.pause = pause;
    }

    public void request() {
        if (requests.getAndIncrement() == 0) {
            Thread.ofVirtual().name("ui-load").start(this::run);
        }
    }

    private void run() {
        int answered;
        do {
            answered = requests.get();
            try {
                T loaded = Retry.call(load);
                ui.execute(() -> show.accept(loaded));
            } catch (RuntimeException failure) {
                ui.execute(() -> {
                    throw failure;
                });
            }
            rest();
        } while (requests.addAndGet(-answered) > 0);
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
