package dev.understudy.ui.editor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Hands over what arrives on another thread, in order: all that gathered while the receiver was busy goes in one
/// delivery, so that a burst costs one update of the screen. Any thread may post; deliveries are the executor's.
final class Mailbox<T> {

    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Executor executor;
    private final Consumer<List<T>> receiver;

    Mailbox(Executor executor, Consumer<List<T>> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    void post(T item) {
        waiting.add(item);
        if (called.compareAndSet(false, true)) {
            executor.execute(this::deliver);
        }
    }

    private void deliver() {
        called.set(false);
        List<T> all = new ArrayList<>();
        for (T item = waiting.poll(); item != null; item = waiting.poll()) {
            all.add(item);
        }
        if (!all.isEmpty()) {
            receiver.accept(all);
        }
    }
}
