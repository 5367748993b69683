package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The document of a tab, part by part, for effects: each runs again only when what it read is different. Only with the
/// lock of the UI.
public final class DocumentParts {

    private record Value<T>(NodeId node, Field<T> field) implements Function<Environment, Optional<T>> {
        @Override
        public Optional<T> apply(Environment document) {
            return document.find(node)
                    .filter(found -> found.kind() == field.kind())
                    .map(found -> found.get(field));
        }
    }

    private record Whole(NodeId node) implements Function<Environment, Optional<Node>> {
        @Override
        public Optional<Node> apply(Environment document) {
            return document.find(node);
        }
    }

    private record Present(NodeId node) implements Function<Environment, Boolean> {
        @Override
        public Boolean apply(Environment document) {
            return document.contains(node);
        }
    }

    private record Above(NodeId node, Kind kind) implements Function<Environment, Optional<Node>> {
        @Override
        public Optional<Node> apply(Environment document) {
            return NodeNames.above(document, node, kind);
        }
    }

    private record Children(NodeId parent, Slot slot) implements Function<Environment, List<NodeId>> {
        @Override
        public List<NodeId> apply(Environment document) {
            return document.children(parent, slot).stream().map(Node::id).toList();
        }
    }

    private record Nodes(NodeId parent, Slot slot) implements Function<Environment, List<Node>> {
        @Override
        public List<Node> apply(Environment document) {
            return List.copyOf(document.children(parent, slot));
        }
    }

    private record Files() implements Function<Environment, List<FileEntry>> {
        @Override
        public List<FileEntry> apply(Environment document) {
            return document.children(document.root().id(), Slot.FILES).stream()
                    .map(FileEntry::of)
                    .sorted(Comparator.comparing(FileEntry::path))
                    .toList();
        }
    }

    private final Projections<Environment> parts;
    private final Function<Environment, List<Node>> tree;

    DocumentParts(Environment first, Trees trees) {
        this.tree = trees::of;
        this.parts = new Projections<>(first);
    }

    /// The value of a field; empty if there is no such node.
    public <T> Optional<T> value(NodeId node, Field<T> field) {
        return read(new Value<>(node, field));
    }

    /// A node with all its fields.
    public Optional<Node> node(NodeId node) {
        return read(new Whole(node));
    }

    public boolean contains(NodeId node) {
        return read(new Present(node));
    }

    /// What is above a node and is of the kind, the node itself included.
    public Optional<Node> above(NodeId node, Kind kind) {
        return read(new Above(node, kind));
    }

    /// Which nodes are in a list, in their order.
    public List<NodeId> children(NodeId parent, Slot slot) {
        return read(new Children(parent, slot));
    }

    /// The nodes of a list with all their fields, in their order.
    public List<Node> nodes(NodeId parent, Slot slot) {
        return read(new Nodes(parent, slot));
    }

    /// The folders and routes with all their fields, in the order of the tree.
    public List<Node> tree() {
        return read(tree);
    }

    /// The files that its mock can send, by path.
    public List<FileEntry> files() {
        return read(new Files());
    }

    /// Something else about it.
    ///
    /// @param part a record, or the same object each time: it is known by its equality. Never gives null
    public <T> T read(Function<? super Environment, T> part) {
        return parts.read(part);
    }

    int watched() {
        return parts.watched();
    }

    void set(Environment now) {
        parts.set(now);
    }
}
