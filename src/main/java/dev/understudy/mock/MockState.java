package dev.understudy.mock;

import dev.understudy.environment.NodeId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What a running mock remembers between requests, whichever version of it answers: how often each route has
/// answered. Any thread may call it.
public final class MockState {

    private final Map<NodeId, AtomicLong> answers = new ConcurrentHashMap<>();

    /// How often the route has answered since the listener started.
    public long answersOf(NodeId route) {
        AtomicLong count = answers.get(route);
        return count == null ? 0 : count.get();
    }

    /// Forgets routes that are no more.
    public void retain(Set<NodeId> routes) {
        answers.keySet().retainAll(routes);
    }

    void answered(NodeId route) {
        AtomicLong count = answers.get(route);
        if (count == null) {
            count = answers.computeIfAbsent(route, _ -> new AtomicLong());
        }
        count.incrementAndGet();
    }
}
