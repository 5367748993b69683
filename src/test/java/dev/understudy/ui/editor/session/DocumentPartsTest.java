package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentPartsTest {

    private static final Random CHANCE = new Random(1);
    private static final NodeId ROOT = NodeId.random(CHANCE);
    private static final NodeId ORDERS = NodeId.random(CHANCE);
    private static final NodeId ITEMS = NodeId.random(CHANCE);
    private static final NodeId ANSWER = NodeId.random(CHANCE);

    private final Environment first = Environment.of(Node.root(ROOT))
            .with(node(ORDERS, Kind.ROUTE, ROOT, Slot.CHILDREN, OrderKey.FIRST))
            .with(node(ITEMS, Kind.ROUTE, ROOT, Slot.CHILDREN, OrderKey.between(OrderKey.FIRST, null)))
            .with(node(ANSWER, Kind.RESPONSE, ORDERS, Slot.RESPONSES, OrderKey.FIRST));
    private final DocumentParts parts = new DocumentParts(first, new Trees());

    @Test
    @DisplayName("U131 a change of one field runs the effects that show it, and none of another field or node")
    void oneField() {
        List<String> paths = new ArrayList<>();
        AtomicInteger others = new AtomicInteger();
        Signal.unboundEffect(
                () -> paths.add(parts.value(ORDERS, Schema.ROUTE_ENDPOINT).orElse("gone")));
        Signal.unboundEffect(() -> {
            parts.value(ORDERS, Schema.ROUTE_METHOD);
            parts.node(ITEMS);
            parts.node(ANSWER);
            parts.children(ROOT, Slot.CHILDREN);
            parts.contains(ORDERS);
            parts.above(ANSWER, Kind.RESPONSE);
            others.incrementAndGet();
        });

        parts.set(with(first, ORDERS, Schema.ROUTE_ENDPOINT, "orders"));

        assertThat(paths).containsExactly("", "orders");
        assertThat(others).hasValue(1);
    }

    @Test
    @DisplayName("U131 what is below a route changes nothing in the tree, the name of a route does")
    void tree() {
        AtomicInteger trees = new AtomicInteger();
        Signal.unboundEffect(() -> {
            parts.tree();
            trees.incrementAndGet();
        });

        Environment typed = with(first, ANSWER, Schema.RESPONSE_BODY, "{}");
        parts.set(typed);
        assertThat(trees).hasValue(1);

        parts.set(with(typed, ITEMS, Schema.ROUTE_ENDPOINT, "items"));
        assertThat(trees).hasValue(2);
    }

    @Test
    @DisplayName("U131 an effect sees a node go and come back")
    void goneAndBack() {
        List<Boolean> seen = new ArrayList<>();
        Signal.unboundEffect(() -> seen.add(parts.contains(ANSWER)));
        parts.set(first.without(ANSWER));
        parts.set(first);
        assertThat(seen).containsExactly(true, false, true);
    }

    @Test
    @DisplayName("U131 an effect that comes to read something else while it runs follows that from then on")
    void anotherPart() {
        List<String> seen = new ArrayList<>();
        Signal.unboundEffect(() -> {
            String path = parts.value(ORDERS, Schema.ROUTE_ENDPOINT).orElse("");
            seen.add(
                    path.isEmpty()
                            ? ""
                            : parts.value(ITEMS, Schema.ROUTE_ENDPOINT).orElse(""));
        });
        Environment second = with(with(first, ORDERS, Schema.ROUTE_ENDPOINT, "a"), ITEMS, Schema.ROUTE_ENDPOINT, "b");
        parts.set(second);
        parts.set(with(second, ITEMS, Schema.ROUTE_ENDPOINT, "c"));
        assertThat(seen).containsExactly("", "b", "c");
    }

    @Test
    @DisplayName("U131 parts that nobody reads any more are forgotten, and those who read something miss nothing")
    void bounded() {
        List<String> seen = new ArrayList<>();
        Signal.unboundEffect(
                () -> seen.add(parts.value(ORDERS, Schema.ROUTE_ENDPOINT).orElse("")));
        for (int at = 0; at < Projections.MAX_WATCHED + 1; at++) {
            NodeId passing = NodeId.random(CHANCE);
            Signal.unboundEffect(() -> parts.contains(passing)).remove();
        }
        parts.set(with(first, ORDERS, Schema.ROUTE_ENDPOINT, "a"));
        parts.set(with(first, ORDERS, Schema.ROUTE_ENDPOINT, "b"));
        assertThat(seen).containsExactly("", "a", "b");
        assertThat(parts.watched()).isEqualTo(1);
    }

    private static <T> Environment with(Environment environment, NodeId node, Field<T> field, T value) {
        return environment.with(environment.get(node).with(field, value));
    }

    private static Node node(NodeId id, Kind kind, NodeId parent, Slot slot, OrderKey order) {
        return Node.of(id, kind, parent, slot, order);
    }
}
