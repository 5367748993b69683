package dev.understudy.api;

import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// The exchanges that one event stream has yet to tell: the newest few, and how many were left out. Any thread
/// may call it.
final class TrafficInbox {

    /// Kept until they are told, which is as often as [Feed#BETWEEN_EXCHANGES].
    static final int MOST = 5;

    private final Deque<Exchange> waiting = new ArrayDeque<>(MOST);
    private long leftOut;

    /// Takes in what is new.
    ///
    /// @return whether there is something to tell
    synchronized boolean take(Glimpse news) {
        leftOut += news.leftOut();
        for (Exchange exchange : news.exchanges()) {
            if (waiting.size() == MOST) {
                waiting.removeFirst();
                leftOut++;
            }
            waiting.addLast(exchange);
        }
        return !waiting.isEmpty();
    }

    /// The events, the oldest first; the first one says how many are missing before it.
    synchronized List<Supplier<byte[]>> events() {
        List<Supplier<byte[]>> events = new ArrayList<>();
        for (Exchange exchange : waiting) {
            long before = leftOut;
            leftOut = 0;
            events.add(() -> ServerEvent.of(exchange, before));
        }
        waiting.clear();
        return events;
    }
}
