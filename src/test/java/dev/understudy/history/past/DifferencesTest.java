package dev.understudy.history.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.past.Difference.What;
import dev.understudy.mock.MockFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private final Environment before = new MockFixture()
            .folder(true)
            .route("get", "one", "first")
            .header("X-A", "1")
            .endOfFolder()
            .route("post", "two", "second")
            .environment();

    private Node only(Kind kind, int number) {
        return before.nodes().stream()
                .filter(node -> node.kind() == kind)
                .sorted(Comparator.comparing(Node::id))
                .toList()
                .get(number);
    }

    @Test
    @DisplayName("R44 a changed value is told with what was before and after")
    void values() {
        Node header = only(Kind.HEADER, 0);
        Environment after = before.with(header.with(Schema.HEADER_VALUE, "2"));
        List<Difference> found = Differences.between(before, after, _ -> true);
        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo(What.CHANGED);
            assertThat(difference.values())
                    .containsExactly(new Difference.Value(Schema.HEADER_VALUE, Optional.of("1"), Optional.of("2")));
        });
    }

    @Test
    @DisplayName("R44 what comes or goes is told once with all below it, and a move as a move")
    void places() {
        Node folder = only(Kind.FOLDER, 0);
        Node second = before.children(before.root().id(), Slot.CHILDREN).stream()
                .filter(node -> node.kind() == Kind.ROUTE)
                .findFirst()
                .orElseThrow();
        Environment without = before.without(folder.id());
        int below = before.subtree(folder.id()).size() - 1;
        assertThat(Differences.between(before, without, _ -> true))
                .extracting(Difference::node, Difference::what, Difference::below)
                .containsExactly(tuple(folder.id(), What.REMOVED, below));
        assertThat(Differences.between(without, before, _ -> true))
                .extracting(Difference::node, Difference::what, Difference::below)
                .containsExactly(tuple(folder.id(), What.ADDED, below));
        Environment moved = before.with(second.at(folder.id(), Slot.CHILDREN, second.order()));
        assertThat(Differences.between(before, moved, _ -> true))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.what()).isEqualTo(What.MOVED);
                    assertThat(difference.places())
                            .contains(new Difference.Places(before.root().id(), folder.id()));
                });
    }

    @Test
    @DisplayName("R44 only the nodes that are asked for are told of, and nothing where nothing is different")
    void wanted() {
        Node header = only(Kind.HEADER, 0);
        NodeId root = before.root().id();
        Environment after = before.with(header.with(Schema.HEADER_VALUE, "2"))
                .with(before.root().with(Schema.ENVIRONMENT_NAME, "Other"));
        assertThat(Differences.between(before, after, root::equals))
                .extracting(Difference::node)
                .containsExactly(root);
        assertThat(Differences.between(after, after, _ -> true)).isEmpty();
    }
}
