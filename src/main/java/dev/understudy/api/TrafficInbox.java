package dev.understudy.api;

import dev.understudy.traffic.Conversation;
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

    /// @param over whether it tells of the end of a conversation whose beginning was told before
    private record Told(Exchange exchange, boolean over) {}

    private final Deque<Told> waiting = new ArrayDeque<>(MOST);
    private long leftOut;

    /// Takes in what is new.
    ///
    /// @return whether there is something to tell
    synchronized boolean take(Glimpse news) {
        leftOut += news.leftOut();
        for (Exchange exchange : news.exchanges()) {
            add(new Told(exchange, false));
        }
        news.changed().stream().filter(TrafficInbox::isOver).forEach(exchange -> add(new Told(exchange, true)));
        return !waiting.isEmpty();
    }

    private static boolean isOver(Exchange exchange) {
        return exchange.sequel().conversation().flatMap(Conversation::ending).isPresent();
    }

    private void add(Told news) {
        if (waiting.size() == MOST) {
            leftOut += waiting.removeFirst().over() ? 0 : 1;
        }
        waiting.addLast(news);
    }

    /// The events, the oldest first; the first one says how many are missing before it.
    synchronized List<Supplier<byte[]>> events() {
        List<Supplier<byte[]>> events = new ArrayList<>();
        for (Told news : waiting) {
            if (news.over()) {
                events.add(() -> ServerEvent.ofEnd(news.exchange()));
                continue;
            }
            long before = leftOut;
            leftOut = 0;
            events.add(() -> ServerEvent.of(news.exchange(), before));
        }
        waiting.clear();
        return events;
    }
}
