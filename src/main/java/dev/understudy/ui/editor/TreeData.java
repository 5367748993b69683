package dev.understudy.ui.editor;

import com.vaadin.flow.data.provider.hierarchy.AbstractHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives Vaadin's tree grid the visible rows as one flat list: only what scrolls into view is fetched, and a change of
/// the structure reloads that much and no more. An item is the id of a node, so that a row stays the same row whatever
/// is changed in it.
final class TreeData extends AbstractHierarchicalDataProvider<NodeId, Void> {

    private final transient Supplier<Environment> environment;
    private final transient Supplier<Map<NodeId, TreeRow>> rows;

    TreeData(Supplier<Environment> environment, Supplier<Map<NodeId, TreeRow>> rows) {
        this.environment = environment;
        this.rows = rows;
    }

    @Override
    public HierarchyFormat getHierarchyFormat() {
        return HierarchyFormat.FLATTENED;
    }

    @Override
    public int getChildCount(HierarchicalQuery<NodeId, Void> query) {
        return Math.min(query.getLimit(), Math.max(0, rows.get().size() - query.getOffset()));
    }

    @Override
    public Stream<NodeId> fetchChildren(HierarchicalQuery<NodeId, Void> query) {
        return rows.get().keySet().stream().skip(query.getOffset()).limit(query.getLimit());
    }

    @Override
    public boolean hasChildren(NodeId item) {
        return environment
                        .get()
                        .find(item)
                        .filter(node -> node.kind() == Kind.FOLDER)
                        .isPresent()
                && !environment.get().children(item, Slot.CHILDREN).isEmpty();
    }

    @Override
    public int getDepth(NodeId item) {
        TreeRow row = rows.get().get(item);
        return row == null ? 0 : row.depth();
    }

    @Override
    public @Nullable NodeId getParent(NodeId item) {
        return environment
                .get()
                .find(item)
                .map(Node::parent)
                .filter(parent -> !parent.equals(environment.get().root().id()))
                .orElse(null);
    }

    @Override
    public int getItemIndex(NodeId item, HierarchicalQuery<NodeId, Void> query) {
        List<NodeId> all = new ArrayList<>(rows.get().keySet());
        return all.indexOf(item);
    }

    @Override
    public boolean isInMemory() {
        return false;
    }
}
