package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TreeMovesTest {

    private final Environment document = Sample.document();

    @Test
    @DisplayName("U45 what is dropped on a folder goes to its end, what is dropped beside a row goes there")
    void places() {
        assertThat(target(Sample.HEALTH, Sample.ORDERS, GridDropLocation.ON_TOP))
                .contains(new TreeMoves.Target(Sample.ORDERS, Optional.empty()));
        assertThat(orderAfter(Sample.HEALTH, Sample.CREATE, GridDropLocation.ABOVE))
                .containsExactly(Sample.LIST, Sample.HEALTH, Sample.CREATE, Sample.PAYMENTS);
        assertThat(orderAfter(Sample.HEALTH, Sample.CREATE, GridDropLocation.BELOW))
                .containsExactly(Sample.LIST, Sample.CREATE, Sample.HEALTH, Sample.PAYMENTS);
        assertThat(orderAfter(Sample.HEALTH, Sample.LIST, GridDropLocation.ON_TOP))
                .as("on a route means behind it")
                .containsExactly(Sample.LIST, Sample.HEALTH, Sample.CREATE, Sample.PAYMENTS);
    }

    @Test
    @DisplayName("U45 a folder cannot be dropped into itself, nor anything on itself")
    void impossible() {
        assertThat(target(Sample.ORDERS, Sample.PAY, GridDropLocation.ABOVE)).isEmpty();
        assertThat(target(Sample.ORDERS, Sample.PAYMENTS, GridDropLocation.ON_TOP))
                .isEmpty();
        assertThat(target(Sample.LIST, Sample.LIST, GridDropLocation.BELOW)).isEmpty();
        assertThat(target(Sample.LIST, Sample.id(99), GridDropLocation.BELOW))
                .as("gone meanwhile")
                .isEmpty();
    }

    private Optional<TreeMoves.Target> target(NodeId node, NodeId over, GridDropLocation location) {
        return TreeMoves.target(document, node, over, location);
    }

    private List<NodeId> orderAfter(NodeId node, NodeId over, GridDropLocation location) {
        TreeMoves.Target target = target(node, over, location).orElseThrow();
        OrderKey order = target.order().orElseThrow();
        Environment moved = document.with(document.get(node).at(target.parent(), Slot.CHILDREN, order));
        return moved.children(target.parent(), Slot.CHILDREN).stream()
                .map(Node::id)
                .toList();
    }
}
