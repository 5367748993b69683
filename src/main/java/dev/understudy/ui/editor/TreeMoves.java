package dev.understudy.ui.editor;

import com.vaadin.flow.component.grid.dnd.GridDropEvent;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.DropPositions;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.List;
import java.util.Optional;

/// Dragging folders and routes to another place in the tree.
final class TreeMoves {

    /// Where something is to go: behind all in a folder, or to a place of its own.
    record Target(NodeId parent, Optional<OrderKey> order) {}

    private final EditorSession session;
    private final Actions actions;
    private List<NodeId> dragged = List.of();

    private TreeMoves(EditorSession session, Actions actions) {
        this.session = session;
        this.actions = actions;
    }

    static void allow(TreeGrid<NodeId> grid, EditorSession session, Actions actions) {
        TreeMoves moves = new TreeMoves(session, actions);
        grid.setDropMode(GridDropMode.ON_TOP_OR_BETWEEN);
        grid.addDragStartListener(event -> moves.dragged = List.copyOf(event.getDraggedItems()));
        grid.addDragEndListener(event -> moves.dragged = List.of());
        grid.addDropListener(moves::dropped);
        Signal.effect(grid, () -> grid.setRowsDraggable(session.standing().get().mayEdit()));
    }

    private void dropped(GridDropEvent<NodeId> event) {
        Environment environment = session.now().environment();
        for (NodeId node : dragged) {
            event.getDropTargetItem()
                    .flatMap(over -> target(environment, node, over, event.getDropLocation()))
                    .ifPresent(target -> actions.move(node, target.parent(), target.order()));
        }
    }

    /// Empty for a folder that is dragged into itself, and for what is dropped where it is. Pure.
    static Optional<Target> target(Environment environment, NodeId node, NodeId over, GridDropLocation location) {
        Optional<Node> place = environment.find(over);
        if (node.equals(over) || place.isEmpty() || environment.isWithin(over, node)) {
            return Optional.empty();
        }
        Node beside = place.get();
        NodeId parent = beside.parent();
        if (location == GridDropLocation.ON_TOP && beside.kind() == Kind.FOLDER) {
            return Optional.of(new Target(over, Optional.empty()));
        }
        if (parent == null) {
            return Optional.empty();
        }
        OrderKey order = location == GridDropLocation.ABOVE
                ? DropPositions.before(environment, beside)
                : DropPositions.behind(environment, beside);
        return Optional.of(new Target(parent, Optional.of(order)));
    }
}
