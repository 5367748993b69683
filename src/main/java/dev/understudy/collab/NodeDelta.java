package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What changes mean for the stored nodes: rows to write and ids that are gone.
record NodeDelta(List<Node> written, List<NodeId> removed) {

    /// Looks only at what the effects touched.
    static NodeDelta of(List<Effect> effects, Environment after) {
        Set<NodeId> touched = new LinkedHashSet<>();
        for (Effect effect : effects) {
            touched.add(effect.edit().node());
            if (effect.edit() instanceof Edit.Remove) {
                effect.inverse().forEach(add -> touched.add(add.node()));
            }
        }
        List<Node> written = new ArrayList<>();
        List<NodeId> removed = new ArrayList<>();
        for (NodeId id : touched) {
            after.find(id).ifPresentOrElse(written::add, () -> removed.add(id));
        }
        return new NodeDelta(written, removed);
    }
}
