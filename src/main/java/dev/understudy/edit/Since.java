package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happened to nodes since somebody looked at them, and what of their wishes it leaves to be done.
public final class Since {

    private record FieldId(NodeId node, String key) {}

    private Environment head;
    private final Map<FieldId, String> values = new HashMap<>();
    private final Map<NodeId, String> places = new HashMap<>();
    private final Map<NodeId, String> touched = new HashMap<>();
    private final Set<TakeBack.Left> left = new LinkedHashSet<>();

    /// @param head the document as it is
    public Since(Environment head) {
        this.head = head;
    }

    /// Goes on with a newer document.
    ///
    /// @param newer after all that is read
    public void at(Environment newer) {
        head = newer;
    }

    /// Is told the next change of the log.
    public void read(String author, List<Effect> effects) {
        for (Effect effect : effects) {
            NodeId node = effect.edit().node();
            touched.put(node, author);
            switch (effect.edit()) {
                case Edit.Set(NodeId _, String field, Object _) -> values.put(new FieldId(node, field), author);
                case Edit.Splice(NodeId _, String field, var _) -> values.put(new FieldId(node, field), author);
                case Edit.Move _, Edit.Add _ -> places.put(node, author);
                case Edit.Remove _ ->
                    effect.inverse().forEach(back -> {
                        touched.put(back.node(), author);
                        places.put(back.node(), author);
                    });
            }
        }
    }

    /// Those of the edits, made for the document from before, that contradict nothing of it. They are good for the
    /// head.
    public List<Edit> withoutTouched(List<Edit> edits) {
        left.clear();
        List<Edit> remaining = new ArrayList<>();
        Set<NodeId> added = new HashSet<>();
        for (Edit edit : edits) {
            if (isTouched(edit) || !hasItsPlace(edit, added)) {
                continue;
            }
            if (edit instanceof Edit.Add add) {
                added.add(add.node());
            }
            remaining.add(edit);
        }
        return List.copyOf(remaining);
    }

    /// What stays as others made it, as found by the last call of [#withoutTouched].
    public List<TakeBack.Left> left() {
        return List.copyOf(left);
    }

    private boolean isTouched(Edit edit) {
        NodeId node = edit.node();
        return switch (edit) {
            case Edit.Set(NodeId _, String field, Object _) -> stays(node, field);
            case Edit.Splice(NodeId _, String field, var _) -> stays(node, field);
            case Edit.Move _, Edit.Add _ -> stays(node, Optional.empty(), places.get(node));
            case Edit.Remove _ -> staysWithAllBelow(node);
        };
    }

    private boolean stays(NodeId node, String field) {
        return stays(node, Optional.of(field), values.get(new FieldId(node, field)));
    }

    private boolean stays(NodeId node, Optional<String> field, @Nullable String by) {
        if (by != null) {
            left.add(new TakeBack.Left(node, field, by));
        }
        return by != null;
    }

    /// Whoever works in something that would have to go keeps it.
    private boolean staysWithAllBelow(NodeId node) {
        if (!head.contains(node)) {
            return true;
        }
        for (Node below : head.subtree(node)) {
            if (stays(node, Optional.empty(), touched.get(below.id()))) {
                return true;
            }
        }
        return false;
    }

    /// Whether what it is about, and what it would stand in, is there.
    private boolean hasItsPlace(Edit edit, Set<NodeId> added) {
        return switch (edit) {
            case Edit.Add add -> add.parent() != null && (head.contains(add.parent()) || added.contains(add.parent()));
            case Edit.Move move ->
                head.contains(move.node()) && (head.contains(move.parent()) || added.contains(move.parent()));
            case Edit.Set _, Edit.Splice _, Edit.Remove _ -> head.contains(edit.node());
        };
    }
}
