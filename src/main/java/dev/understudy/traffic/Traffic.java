package dev.understudy.traffic;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.server.Subscription;
import dev.understudy.why.Why;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/// What one listener was asked lately, and what it answered. Nothing is put into words before somebody reads it.
/// Any thread may call it.
public final class Traffic {

    /// Exchanges that are kept; the same number of callbacks and of mishaps.
    public static final int KEPT = 100;

    /// Of an exchange beside its texts, about, with the reasons for the answer.
    private static final int ENTRY_BYTES = 2_000;

    private final MemoryBudget memory;
    private final Ring<Kept> exchanges;
    private final Ring<CallbackReport> callbacks;
    private final Ring<Mishap> mishaps;
    private volatile UUID epoch = UUID.randomUUID();
    private final Moves moves = new Moves();
    private final List<Consumer<Supplier<Exchange>>> readers = new CopyOnWriteArrayList<>();
    private final List<ObjLongConsumer<Supplier<Exchange>>> keepers = new CopyOnWriteArrayList<>();

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
        long heldBytes = request.heldBytes() + response.heldBytes();
        add(exchange, heldBytes);
        if (!readers.isEmpty()) {
            readers.forEach(reader -> reader.accept(exchange));
        }
        if (!keepers.isEmpty()) {
            keepers.forEach(keeper -> keeper.accept(exchange, heldBytes));
        }
    }

    /// Keeps the exchange that opened a WebSocket. It has no answer yet that readers could be told.
    public void add(Unfolding handshake) {
        add(handshake, 0);
    }

    /// Tells those who keep exchanges that a WebSocket has ended.
    ///
    /// @param heldBytes by what was said on it
    public void ended(Unfolding handshake, long heldBytes) {
        keepers.forEach(keeper -> keeper.accept(handshake, heldBytes));
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

    /// What it holds, about.
    public long bytes() {
        return exchanges().stream().mapToLong(Traffic::bytes).sum()
                + callbacks().stream().mapToLong(Traffic::bytes).sum();
    }

    private static long bytes(Exchange exchange) {
        return ENTRY_BYTES
                + exchange.path().length()
                + exchange.query().length()
                + bytes(exchange.requestHeaders())
                + bytes(exchange.responseHeaders())
                + bytes(exchange.why())
                + exchange.requestBody().bytes().length
                + exchange.responseBody().bytes().length
                + exchange.sequel().conversation().stream()
                        .flatMap(talk -> talk.messages().stream())
                        .mapToLong(Traffic::bytes)
                        .sum()
                + exchange.sequel().callbacks().stream()
                        .mapToLong(Traffic::bytes)
                        .sum();
    }

    /// As bytes and as a text.
    private static long bytes(SocketMessage message) {
        return ENTRY_BYTES / 10 + 3L * message.content().bytes().length + bytes(message.why());
    }

    private static long bytes(CallbackReport callback) {
        return ENTRY_BYTES
                + bytes(callback.requestHeaders())
                + bytes(callback.responseHeaders())
                + callback.requestBody().bytes().length
                + callback.responseBody().bytes().length;
    }

    /// Twice, since what was noted is kept beside its words.
    private static long bytes(Why why) {
        return 2
                * why.lines().stream()
                        .mapToLong(line -> ENTRY_BYTES / 10
                                + line.text().length()
                                + line.checks().stream()
                                        .mapToLong(check -> ENTRY_BYTES / 10
                                                + check.compared().orElse("").length())
                                        .sum())
                        .sum();
    }

    private static long bytes(List<HeaderLine> headers) {
        return headers.stream()
                .mapToLong(line -> line.name().length() + line.value().length())
                .sum();
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

    /// The same for who keeps them for a while: tells as well how many bytes each holds in bodies, where they are
    /// many. Of a WebSocket it is told when that has ended.
    public Subscription copyTo(ObjLongConsumer<Supplier<Exchange>> keeper) {
        keepers.add(keeper);
        return () -> keepers.remove(keeper);
    }
}
