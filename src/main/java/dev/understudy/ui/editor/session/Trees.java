package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The folders and routes of documents in the order of the tree, listed once for all tabs that have the same state of
/// one. Any thread may call it.
final class Trees {

    /// So many documents are remembered.
    static final int MAX_KEPT = 200;

    private record Listed(WeakReference<Environment> document, List<Node> nodes) {}

    private final Map<NodeId, Listed> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Listed> eldest) {
            return size() > MAX_KEPT;
        }
    };

    synchronized List<Node> of(Environment document) {
        NodeId root = document.root().id();
        Listed known = kept.get(root);
        if (known != null && known.document.refersTo(document)) {
            return known.nodes;
        }
        List<Node> nodes = new ArrayList<>();
        collect(document, root, nodes);
        // What is equal is the same list: then the next look at it is at once over.
        List<Node> now = known != null && known.nodes.equals(nodes) ? known.nodes : List.copyOf(nodes);
        kept.put(root, new Listed(new WeakReference<>(document), now));
        return now;
    }

    private static void collect(Environment document, NodeId parent, List<Node> found) {
        for (Node node : document.children(parent, Slot.CHILDREN)) {
            found.add(node);
            collect(document, node.id(), found);
        }
    }
}
