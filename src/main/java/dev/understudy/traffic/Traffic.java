package dev.understudy.traffic;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.server.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What one listener was asked lately, and what it answered. Nothing is put into words before somebody reads it.
/// Any thread may call it.
public final class Traffic {

    /// Exchanges that are kept; the same number of callbacks and of mishaps.
    public static final int KEPT = 100;

    private final MemoryBudget memory;
    private final Ring<Kept> exchanges;
    private final Ring<CallbackReport> callbacks;
    private final Ring<Mishap> mishaps;
    private volatile UUID epoch = UUID.randomUUID();
    private final Moves moves = new Moves();
    private final List<Consumer<Supplier<Exchange>>> readers = new CopyOnWriteArrayList<>();

    /// Keeps what there is memory for.
    ///
    public Traffic(MemoryBudget memory) {
        this(KEPT, memory);
    }

    Traffic(int kept, MemoryBudget memory) {
        this.memory = memory;
        exchanges = new Ring<>(kept, gone -> {
            giveBack(gone.heldBytes());
            gone.dropped();
        });
        callbacks = new Ring<>(kept, gone -> giveBack(gone.heldBytes()));
        mishaps = new Ring<>(kept, _ -> {});
    }

    /// What is kept of a body, which is little where there is no memory for more. To be added with an exchange or a
    /// callback.
    public BodyExcerpt excerpt(byte[] body) {
        BodyExcerpt excerpt = BodyExcerpt.of(body);
        long bytes = excerpt.heldBytes();
        return bytes == 0 || memory.take(bytes) ? excerpt : BodyExcerpt.small(body);
    }

    private void giveBack(long bytes) {
        if (bytes > 0) {
            memory.giveBack(bytes);
        }
    }

    /// Keeps an exchange.
    ///
    /// @param exchange puts it into words, the same ones each time
    /// @param request the excerpts that it has
    public void add(Supplier<Exchange> exchange, BodyExcerpt request, BodyExcerpt response) {
        add(exchange, request.heldBytes() + response.heldBytes());
        if (!readers.isEmpty()) {
            readers.forEach(reader -> reader.accept(exchange));
        }
    }

    /// Keeps an exchange that has no answer of its own kind: a WebSocket was opened, or was not.
    public void add(Unfolding handshake) {
        add(handshake, 0);
    }

    private void add(Supplier<Exchange> exchange, long heldBytes) {
        exchanges.add(new Kept(exchange, heldBytes));
    }

    public void add(CallbackReport callback) {
        callbacks.add(callback);
    }

    public void add(Mishap mishap) {
        mishaps.add(mishap);
    }

    /// The oldest first.
    public List<Exchange> exchanges() {
        return exchanges.toList().stream().map(Kept::told).toList();
    }

    /// Finds out now why each answer was given that nobody asked about yet, so that nothing is kept for that any
    /// longer. To be called when the mock is another one, on a thread that nobody waits for.
    public void settle() {
        exchanges().forEach(Exchange::settle);
    }

    /// What there is after a place, for somebody who looks again and again.
    ///
    /// @param most as many are told, the newest
    public Glimpse since(Glimpse.Place after, int most) {
        UUID now = epoch;
        boolean anew = !after.isIn(now);
        // what goes on from now on is told the next time
        Moves.Part moved = moves.since(anew ? Long.MAX_VALUE : after.changes(), exchanges.toList(), most);
        Ring.Part<Kept> part = exchanges.from(anew ? 0 : after.next(), most);
        return new Glimpse(
                part.values().stream().map(Kept::told).toList(),
                new Glimpse.Place(now, part.next(), moved.next()),
                anew ? 0 : part.leftOut(),
                anew,
                moved.exchanges().stream()
                        .filter(kept -> !part.values().contains(kept))
                        .map(Kept::told)
                        .toList());
    }

    /// One of them, if it is still kept.
    public Optional<Exchange> find(UUID id) {
        return exchanges().stream().filter(exchange -> exchange.id().equals(id)).findFirst();
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
        epoch = UUID.randomUUID();
    }

    /// Tells of each exchange from now on, on the thread that answered, which must not be held up.
    public Subscription follow(Consumer<Supplier<Exchange>> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }
}
