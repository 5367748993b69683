package dev.understudy.mock.bucket;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.NodeId;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The buckets of one running mock, in the order of the document. Any thread may call it.
public final class BucketStore implements Buckets {

    private final BucketSpace space;
    private volatile List<Bucket> buckets = List.of();

    /// Buckets that may hold what others leave them.
    ///
    public BucketStore(MemoryBudget memory) {
        this.space = new BucketSpace(memory);
    }

    /// How many bytes a value of that [JsValue#weight] may take.
    public static long bytes(long weight) {
        return weight * BucketSpace.BYTES_PER_UNIT;
    }

    /// Takes over the buckets of a version of the document: those that are the same as before keep what they hold.
    ///
    /// @return whether there was memory for all of them; those there was none for say so
    public synchronized boolean load(List<BucketDefinition> definitions, Renderer renderer) {
        Map<NodeId, Bucket> old = new HashMap<>();
        buckets.forEach(bucket -> old.put(bucket.definition().node(), bucket));
        List<Bucket> next = new ArrayList<>(definitions.size());
        for (BucketDefinition definition : definitions) {
            Bucket before = old.get(definition.node());
            if (before != null && before.definition().isSameAs(definition)) {
                next.add(before);
                old.remove(definition.node());
            } else {
                next.add(new Bucket(definition));
            }
        }
        generate(next, renderer);
        old.values().forEach(gone -> gone.free(space));
        buckets = List.copyOf(next);
        return !space.wasOutOfMemory();
    }

    /// Makes all of them anew.
    public synchronized void reset(Renderer renderer) {
        List<Bucket> next =
                buckets.stream().map(bucket -> new Bucket(bucket.definition())).toList();
        generate(next, renderer);
        buckets.forEach(gone -> gone.free(space));
        buckets = next;
    }

    /// Gives the buckets that a route refers to their values, those that they refer to first.
    ///
    /// @throws TemplateException if the budget does not reach for looking at so many
    public void prepare(Set<String> references, Renderer renderer, Budget budget) throws TemplateException {
        List<Bucket> now = buckets;
        if (references.isEmpty() || now.stream().noneMatch(Bucket::waits)) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(nested(now, references, budget));
        all.addAll(references);
        for (String reference : all) {
            meant(now, reference, budget)
                    .filter(Bucket::waits)
                    .ifPresent(bucket -> bucket.generate(renderer, this, space));
        }
    }

    /// What the last of the buckets asks for that are referred to.
    private static List<String> nested(List<Bucket> buckets, Set<String> references, Budget budget)
            throws TemplateException {
        List<String> nested = List.of();
        for (Bucket bucket : buckets) {
            for (String reference : references) {
                if (bucket.definition().isMeantBy(reference, reference.toLowerCase(Locale.ROOT), budget)) {
                    nested = bucket.definition().references();
                    break;
                }
            }
        }
        return nested;
    }

    /// In the order of the document.
    public List<Bucket> all() {
        return buckets;
    }

    /// The bucket with exactly this id.
    public Optional<Bucket> byId(String id) {
        return buckets.stream()
                .filter(bucket -> bucket.definition().id().equals(id))
                .findFirst();
    }

    /// All values under the ids and the names of their buckets; where two share one, the later.
    public JsObject byIdAndName() {
        JsObject.Builder values = JsObject.builder();
        for (Bucket bucket : buckets) {
            values.set(bucket.definition().id(), bucket.value());
            values.set(bucket.definition().name(), bucket.value());
        }
        return values.build();
    }

    @Override
    public Optional<JsValue> find(String idOrName, Budget budget) throws TemplateException {
        return meant(buckets, idOrName, budget).map(Bucket::value);
    }

    @Override
    public void change(String idOrName, Change change, Budget budget) throws TemplateException {
        Optional<Bucket> bucket = meant(buckets, idOrName, budget);
        if (bucket.isPresent()) {
            change(bucket.get(), change);
        }
    }

    /// Puts what comes of a bucket's value in its place.
    public void change(Bucket bucket, Change change) throws TemplateException {
        bucket.change(change, space);
    }

    /// Each may read those before it, and those that were there already.
    private void generate(List<Bucket> next, Renderer renderer) {
        for (int at = 0; at < next.size(); at++) {
            Bucket bucket = next.get(at);
            if (bucket.waits() && !bucket.definition().needsRequest()) {
                bucket.generate(renderer, new Visible(next, at), space);
            }
        }
    }

    private static Optional<Bucket> meant(List<Bucket> buckets, String reference, Budget budget)
            throws TemplateException {
        String lower = reference.toLowerCase(Locale.ROOT);
        for (Bucket bucket : buckets) {
            if (bucket.definition().isMeantBy(reference, lower, budget)) {
                return Optional.of(bucket);
            }
        }
        return Optional.empty();
    }

    /// What a bucket sees of the others while it is made.
    private final class Visible implements Buckets {

        private final List<Bucket> visible = new ArrayList<>();

        private Visible(List<Bucket> next, int end) {
            for (int at = 0; at < next.size(); at++) {
                if (at < end || !next.get(at).waits()) {
                    visible.add(next.get(at));
                }
            }
        }

        @Override
        public Optional<JsValue> find(String idOrName, Budget budget) throws TemplateException {
            return meant(visible, idOrName, budget).map(Bucket::value);
        }

        @Override
        public void change(String idOrName, Change change, Budget budget) throws TemplateException {
            Optional<Bucket> bucket = meant(visible, idOrName, budget);
            if (bucket.isPresent()) {
                BucketStore.this.change(bucket.get(), change);
            }
        }
    }
}
