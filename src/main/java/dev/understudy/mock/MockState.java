package dev.understudy.mock;

import dev.understudy.environment.NodeId;
import dev.understudy.js.JsValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What a running mock remembers between requests, whichever version of it answers: how often each route has
/// answered, the data buckets, the global variables. One for each listener. Any thread may call it.
public final class MockState {

    private final MockWorld world;
    private final Map<NodeId, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Variables variables = new Variables();

    public MockState(MockWorld world) {
        this.world = world;
    }

    /// Takes over the buckets of a version of the mock, before it answers its first request: new and changed ones
    /// are made, unchanged ones keep what requests have put into them, and what is gone is forgotten.
    public void load(CompiledMock mock) {
        answers.keySet().retainAll(mock.routes());
    }

    /// Back to how it was at the start.
    public void reset() {
        answers.clear();
        resetBuckets();
        clearVariables();
    }

    /// Makes all buckets anew.
    public void resetBuckets() {}

    /// In the order of the document.
    public List<BucketView> buckets() {
        return List.of();
    }

    /// The bucket with that id, node id, or name (in whatever case).
    public Optional<BucketView> bucket(String nameOrId) {
        return Optional.empty();
    }

    /// The value of a global variable; undefined if there is none.
    public JsValue variable(String name) {
        return variables.get(name);
    }

    /// Sets a global variable.
    ///
    /// @return false if the mock's variables would become too large
    public boolean setVariable(String name, JsValue value) {
        return variables.put(name, value);
    }

    public void clearVariables() {
        variables.clear();
    }

    /// How often the route has answered since the start.
    public long answersOf(NodeId route) {
        AtomicLong count = answers.get(route);
        return count == null ? 0 : count.get();
    }

    MockWorld world() {
        return world;
    }

    Variables variables() {
        return variables;
    }

    /// Counts one more answer; what it gives was the count before.
    long answered(NodeId route) {
        AtomicLong count = answers.get(route);
        if (count == null) {
            count = answers.computeIfAbsent(route, _ -> new AtomicLong());
        }
        return count.getAndIncrement();
    }
}
