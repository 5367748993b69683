package dev.understudy.hosting.runtime;

import dev.understudy.traffic.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The requests that people send again to the listener of a mock and that are on their way to it: it knows them by a
/// header with a word that was made for one of them, and that nothing behind sees. Any thread may call it.
public final class Resends {

    /// Of a request that somebody sends again.
    public static final String HEADER = "understudy-again";

    /// That are sent again in a minute; more are refused.
    public static final int MOST_IN_A_MINUTE = 60;

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /// One of them.
    ///
    /// @param by the name of who sends it
    /// @param logged is told what became of it once it was answered
    public record Awaited(String by, CompletableFuture<Supplier<Exchange>> logged) {}

    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final Deque<Long> times = new ArrayDeque<>();

    /// Whether there is none, as a rule.
    public boolean isEmpty() {
        return awaited.isEmpty();
    }

    /// Whether one more may go; it counts then.
    public synchronized boolean mayGo(long nanos) {
        while (!times.isEmpty() && nanos - times.getFirst() > MINUTE_NANOS) {
            times.removeFirst();
        }
        if (times.size() >= MOST_IN_A_MINUTE) {
            return false;
        }
        times.addLast(nanos);
        return true;
    }

    /// Waits for a request that comes with this word.
    public void expect(String word, Awaited request) {
        awaited.put(word, request);
    }

    /// The request that came with the word, once; null if it is a word of somebody else's.
    public @Nullable Awaited claim(String word) {
        return awaited.remove(word);
    }
}
