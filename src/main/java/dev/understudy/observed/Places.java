package dev.understudy.observed;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.OrderKey;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where new nodes go, one after the other. Used by one thread.
final class Places {

    private final Deque<OrderKey> keys = new ArrayDeque<>();

    private Places() {}

    static Places atTheEnd() {
        return new Places();
    }

    /// So many places between a node and the one before it.
    static Places inFrontOf(Environment document, Node behind, int count) {
        OrderKey last = document.children(Objects.requireNonNull(behind.parent()), behind.slot()).stream()
                .map(Node::order)
                .filter(order -> order.compareTo(behind.order()) < 0)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Places places = new Places();
        places.fill(last, behind.order(), count);
        return places;
    }

    /// From the middle to both sides, so that the keys stay short.
    private void fill(@Nullable OrderKey before, OrderKey after, int count) {
        if (count > 0) {
            OrderKey middle = OrderKey.between(before, after);
            fill(before, middle, count / 2);
            keys.add(middle);
            fill(middle, after, count - 1 - count / 2);
        }
    }

    /// Empty for the end of the list.
    Optional<OrderKey> next() {
        return Optional.ofNullable(keys.pollFirst());
    }
}
