package dev.understudy.environment;

import static dev.understudy.environment.Documents.id;
import static dev.understudy.environment.Documents.ids;
import static dev.understudy.environment.Documents.node;
import static dev.understudy.environment.Documents.small;
import static dev.understudy.environment.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    @DisplayName("D4 a list is in the order of the keys, and of ids where keys are equal")
    void order() {
        Environment environment = with(
                Documents.empty(),
                node(3, Kind.HEADER, 0, "a1"),
                node(2, Kind.HEADER, 0, "a0V"),
                node(9, Kind.HEADER, 0, "a0"),
                node(1, Kind.HEADER, 0, "a1"));
        assertThat(ids(environment.children(id(0), Slot.HEADERS))).containsExactly(id(9), id(2), id(1), id(3));
        assertThat(environment.lastChild(id(0), Slot.HEADERS)).map(Node::id).contains(id(3));
        assertThat(environment.lastChild(id(0), Slot.BUCKETS)).isEmpty();
    }

    @Test
    @DisplayName("D1 a subtree is the node and all below it, parents first, lists in order")
    void subtree() {
        assertThat(ids(small().subtree(id(0))))
                .containsExactly(id(0), id(1), id(2), id(3), id(30), id(31), id(4), id(40), id(5));
        assertThat(ids(small().subtree(id(4)))).containsExactly(id(4), id(40), id(5));
    }

    @Test
    @DisplayName("D1 a node stands within itself and all its ancestors")
    void within() {
        assertThat(small().isWithin(id(30), id(1))).isTrue();
        assertThat(small().isWithin(id(1), id(1))).isTrue();
        assertThat(small().isWithin(id(1), id(2))).isFalse();
        assertThat(small().folderDepth(id(30))).isEqualTo(2);
        assertThat(small().folderDepth(id(4))).isZero();
    }

    @Test
    @DisplayName("D9 a change makes a new environment; the old one and all untouched nodes stay the same")
    void sharing() {
        Environment before = small();
        Environment after = before.with(before.get(id(4)).with(Schema.ROUTE_ENDPOINT, "new"));
        assertThat(before.get(id(4)).get(Schema.ROUTE_ENDPOINT)).isEmpty();
        assertThat(after.get(id(4)).get(Schema.ROUTE_ENDPOINT)).isEqualTo("new");
        for (Node node : before.nodes()) {
            if (!node.id().equals(id(4))) {
                assertThat(after.get(node.id())).isSameAs(node);
            }
        }
    }

    @Test
    @DisplayName("D9 a node that moves leaves its old list")
    void move() {
        Environment after = small().with(small().get(id(3)).at(id(0), Slot.CHILDREN, new OrderKey("a0V")));
        assertThat(after.children(id(2), Slot.CHILDREN)).isEmpty();
        assertThat(ids(after.children(id(0), Slot.CHILDREN))).containsExactly(id(1), id(3), id(4));
        assertThat(after.size()).isEqualTo(small().size());
    }

    @Test
    @DisplayName("D9 removing takes all below along")
    void remove() {
        Environment after = small().without(id(1));
        assertThat(ids(after.subtree(id(0)))).containsExactly(id(0), id(4), id(40), id(5));
        assertThat(after.size()).isEqualTo(4);
        assertThat(after.find(id(30))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> small().without(id(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> small().without(id(99)));
    }

    @Test
    @DisplayName("D1 a node without its parent is a mistake of the caller")
    void orphans() {
        assertThatIllegalArgumentException().isThrownBy(() -> small().with(node(8, Kind.ROUTE, 99, "a0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Environment.ofNodes(List.of(Node.root(id(0)), node(8, Kind.ROUTE, 99, "a0"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.ofNodes(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Environment.ofNodes(List.of(Node.root(id(0)), Node.root(id(1)))));
        assertThatIllegalArgumentException().isThrownBy(() -> Environment.of(node(1, Kind.FOLDER, 0, "a0")));
    }

    @Test
    @DisplayName("D9 stored nodes make the same environment in whatever order they come")
    void anyOrder() {
        List<Node> nodes = new ArrayList<>(small().nodes());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(nodes, new Random(seed));
            Environment again = Environment.ofNodes(nodes);
            assertThat(again).isEqualTo(small());
            assertThat(again.bytes()).isEqualTo(small().bytes());
            assertThat(ids(again.subtree(id(0)))).isEqualTo(ids(small().subtree(id(0))));
        }
    }

    @Test
    @DisplayName("D7 the size is kept right through additions, changes and removals")
    void size() {
        Environment environment = small();
        long before = environment.bytes();
        Node route = environment.get(id(4));
        Environment longer = environment.with(
                route.with(Schema.ROUTE_DOCUMENTATION, "äöü€😀").withExtras(Map.of("x", "12")));
        assertThat(longer.bytes() - before).isEqualTo(6 + 3 + 4 + 3);
        assertThat(longer.with(route).bytes()).isEqualTo(before);
        assertThat(environment.without(id(4)).with(route).without(id(4)).bytes())
                .isEqualTo(environment.without(id(4)).bytes());
        assertThat(environment.without(id(1)).bytes())
                .isEqualTo(
                        Environment.ofNodes(environment.without(id(1)).nodes()).bytes());
    }

    @Test
    @DisplayName("D9 environments are equal by their nodes")
    void equality() {
        assertThat(small()).isEqualTo(small()).hasSameHashCodeAs(small());
        assertThat(small()).isNotEqualTo(small().without(id(5)));
        assertThat(small()).isNotEqualTo(small().with(small().get(id(5)).with(Schema.HEADER_KEY, "x")));
        assertThat(small()).isNotEqualTo(small().with(small().get(id(5)).withExtras(Map.of("x", "1"))));
    }

    @Test
    @DisplayName("D3 a field of another kind is a mistake of the caller")
    void wrongField() {
        Node header = small().get(id(5));
        assertThatIllegalArgumentException().isThrownBy(() -> header.get(Schema.ROUTE_METHOD));
        assertThatIllegalArgumentException().isThrownBy(() -> header.with(Schema.ROUTE_METHOD, HttpMethod.GET));
    }

    @Test
    @DisplayName("D2 a node cannot be made for a list that its kind has no place in")
    void wrongSlot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Node.of(id(1), Kind.ROUTE, id(0), Slot.HEADERS, OrderKey.FIRST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Node.of(id(1), Kind.ENVIRONMENT, id(0), Slot.ROOT, OrderKey.FIRST));
    }
}
