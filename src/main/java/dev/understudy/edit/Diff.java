package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The edits that turn one document into another, where nodes of one id are the same node. Applied as one change
/// they give exactly the other document, but for unknown properties of nodes that are in both: no edit can
/// change those, so they stay, and [#keptExtras] tells where.
public final class Diff {

    /// A text is spliced if less than this part of it is touched.
    private static final double SPLICE_SHARE = 0.5;

    /// In steps, roughly.
    private static final int EFFORT_OF_A_NODE = 64;

    private static final int CHARACTERS_A_STEP = 16;

    private record Placement(Edit edit, int depth) {}

    private final Environment before;
    private final Environment after;
    private final LongConsumer effort;

    private Diff(Environment before, Environment after, LongConsumer effort) {
        this.before = before;
        this.after = after;
        this.effort = effort;
    }

    /// Adds and moves come first, parents before children; then values; then what goes. So no node ever stands
    /// below itself, and what is replaced goes after its replacement has come.
    ///
    /// @throws IllegalArgumentException if the roots have different ids, or a node is of another kind or in
    ///     another kind of list: an imported document must be lined up with the current one first
    public static List<Edit> between(Environment before, Environment after) {
        return between(before, after, steps -> {});
    }

    /// The same for documents that may be large.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static List<Edit> between(Environment before, Environment after, LongConsumer effort) {
        Diff diff = new Diff(before, after, effort);
        List<Node> changed = diff.changedNodes();
        List<Edit> edits = new ArrayList<>(diff.places(changed));
        changed.forEach(node -> before.find(node.id()).ifPresent(old -> diff.setFields(old, node, edits)));
        diff.removeTopmost(edits);
        return List.copyOf(edits);
    }

    /// Nodes that keep the unknown properties they have in `before`, although `after` has others.
    ///
    /// @param effort told of the steps of the work; it may end it by an exception of its own
    public static List<NodeId> keptExtras(Environment before, Environment after, LongConsumer effort) {
        return new Diff(before, after, effort)
                .changedNodes().stream()
                        .filter(node -> before.find(node.id())
                                .filter(old -> !old.extras().equals(node.extras()))
                                .isPresent())
                        .map(Node::id)
                        .toList();
    }

    /// What the documents share is the very same object and costs no more than this look.
    @SuppressWarnings("ReferenceEquality")
    private List<Node> changedNodes() {
        List<Node> changed = new ArrayList<>();
        for (Node node : after.nodes()) {
            effort.accept(1);
            Node old = before.find(node.id()).orElse(null);
            if (old != node) {
                if (old == null ? node.parent() == null : old.kind() != node.kind() || old.slot() != node.slot()) {
                    throw new IllegalArgumentException(node + " cannot take the place of " + old);
                }
                changed.add(node);
            }
        }
        return changed;
    }

    private List<Edit> places(List<Node> changed) {
        List<Placement> placements = new ArrayList<>();
        for (Node node : changed) {
            effort.accept(EFFORT_OF_A_NODE);
            Optional<Node> old = before.find(node.id());
            if (old.isEmpty()) {
                placements.add(new Placement(NodeValues.addOf(node), depth(node)));
            } else if (node.parent() != null && !isAtSamePlace(old.get(), node)) {
                Edit.Move move = new Edit.Move(node.id(), node.parent(), Optional.of(node.order()));
                placements.add(new Placement(move, depth(node)));
            }
        }
        placements.sort(Comparator.comparingInt(Placement::depth));
        return placements.stream().map(Placement::edit).toList();
    }

    private static boolean isAtSamePlace(Node old, Node node) {
        return node.order().equals(old.order()) && NodeValues.parentOf(node).equals(old.parent());
    }

    private void setFields(Node old, Node node, List<Edit> edits) {
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            if (!old.plain(field).equals(node.plain(field))) {
                edits.add(set(field, old, node.plain(field)));
            }
        }
    }

    private Edit set(Field<?> field, Node old, Object value) {
        if (field.type() instanceof FieldType.Text(int max)
                && max == Limits.MAX_LONG_TEXT
                && old.plain(field) instanceof String text
                && value instanceof String newText) {
            effort.accept((text.length() + newText.length()) / CHARACTERS_A_STEP);
            TextChange change = TextChange.between(text, newText);
            if (change.touched() < text.length() * SPLICE_SHARE) {
                return new Edit.Splice(old.id(), field.key(), change);
            }
        }
        return new Edit.Set(old.id(), field.key(), value);
    }

    private void removeTopmost(List<Edit> edits) {
        for (Node old : before.nodes()) {
            effort.accept(1);
            if (!after.contains(old.id()) && after.contains(NodeValues.parentOf(old))) {
                edits.add(new Edit.Remove(old.id()));
            }
        }
    }

    private int depth(Node node) {
        int depth = 0;
        for (NodeId at = node.parent(); at != null; at = after.get(at).parent()) {
            depth++;
        }
        return depth;
    }
}
