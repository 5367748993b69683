package dev.understudy.mock.state;

import dev.understudy.environment.FileIndex;
import dev.understudy.environment.NodeId;
import dev.understudy.js.JsValue;
import dev.understudy.mock.bucket.Bucket;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.mock.bucket.BucketStore;
import dev.understudy.mock.bucket.Renderer;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.StatusChoice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What a running mock remembers between requests, whichever version of it answers: how often each route has
/// answered, the data buckets, the global variables. One for each listener. Any thread may call it.
public final class MockState {

    /// How many buckets may make use of more than half a request's budget while they are made together.
    private static final int WHOLE_BUDGETS = 20;

    private final MockWorld world;
    private final Map<NodeId, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Variables variables;
    private final BucketStore store;
    private volatile MockFiles files;

    public MockState(MockWorld world) {
        this.world = world;
        this.files = world.files().at(FileIndex.NONE);
        this.variables = new Variables(world.memory());
        this.store = new BucketStore(world.memory());
    }

    /// Takes over the files and buckets of a version of the mock, before it answers its first request: new and changed
    /// buckets are made, unchanged ones keep what requests have put into them, and what is gone is forgotten.
    ///
    /// @return whether there was memory for all buckets; those there was none for say so
    public boolean load(Set<NodeId> routes, List<BucketDefinition> buckets, FileIndex version) {
        files = world.files().at(version);
        answers.keySet().retainAll(routes);
        return store.load(buckets, renderer());
    }

    /// Back to how it was at the start.
    public void reset() {
        answers.clear();
        clearVariables();
        resetBuckets();
    }

    /// Makes all buckets anew.
    public void resetBuckets() {
        store.reset(renderer());
    }

    /// Lets all buckets together have as much as so many requests, and each no more than one.
    private Renderer renderer() {
        AtomicInteger left = new AtomicInteger(WHOLE_BUDGETS);
        return (template, visible) -> {
            Budget budget = left.get() > 0 || template.isConstant() ? new Budget() : new Budget(0, 0);
            try {
                return template.render(scope(Optional.empty(), visible, budget));
            } finally {
                if (budget.steps() < Budget.MAX_STEPS / 2) {
                    left.decrementAndGet();
                }
            }
        };
    }

    /// In the order of the document.
    public List<BucketView> buckets() {
        return store.all().stream().map(BucketView::of).toList();
    }

    /// The bucket with that id, node id, or name (in whatever case).
    public Optional<BucketView> bucket(String nameOrId) {
        String lower = nameOrId.toLowerCase(Locale.ROOT);
        return store.all().stream()
                .filter(bucket -> isNamed(bucket, nameOrId, lower))
                .findFirst()
                .map(BucketView::of);
    }

    private static boolean isNamed(Bucket bucket, String nameOrId, String lower) {
        return bucket.definition().name().equalsIgnoreCase(nameOrId)
                || bucket.definition().id().equals(lower)
                || bucket.definition().node().value().equals(lower);
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

    /// The files of the newest version.
    public MockFiles files() {
        return files;
    }

    public MockWorld world() {
        return world;
    }

    public Variables variables() {
        return variables;
    }

    public BucketStore store() {
        return store;
    }

    public Scope scope(Optional<RequestView> request, Optional<StatusChoice> status, Budget budget) {
        return new Scope(
                request,
                status,
                store,
                variables,
                world.environmentVariable(),
                world.faker(),
                world.clock(),
                world.random(),
                budget);
    }

    /// For the template of a bucket, which does not see all others.
    public Scope scope(Optional<RequestView> request, Buckets visible, Budget budget) {
        return new Scope(
                request,
                Optional.empty(),
                visible,
                variables,
                world.environmentVariable(),
                world.faker(),
                world.clock(),
                world.random(),
                budget);
    }

    /// Counts one more answer; what it gives was the count before.
    public long answered(NodeId route) {
        AtomicLong count = answers.get(route);
        if (count == null) {
            count = answers.computeIfAbsent(route, _ -> new AtomicLong());
        }
        return count.getAndIncrement();
    }
}
