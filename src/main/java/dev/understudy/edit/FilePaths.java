package dev.understudy.edit;

import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Lets every file have a path of its own after a change: one that comes to a path that another file has gets a number,
/// so that nobody's file is lost.
final class FilePaths {

    private FilePaths() {}

    static void settle(Draft draft) {
        Set<NodeId> touched = touched(draft);
        if (touched.isEmpty()) {
            return;
        }
        Environment environment = draft.environment();
        Set<AssetPath> taken = new HashSet<>();
        for (Node node : environment.children(environment.root().id(), Slot.FILES)) {
            if (!touched.contains(node.id())) {
                taken.add(node.get(Schema.FILE_PATH));
            }
        }
        for (NodeId id : touched) {
            AssetPath wanted = FileEntry.of(environment.get(id)).path();
            if (!taken.add(wanted)) {
                AssetPath free = free(wanted, taken);
                draft.adjusted(id, "There is a file %s already, so this one is called %s.".formatted(wanted, free));
                draft.set(environment.get(id), Schema.FILE_PATH, free.text());
            }
        }
    }

    /// The files that got a path and are still there.
    private static Set<NodeId> touched(Draft draft) {
        Set<NodeId> touched = new LinkedHashSet<>();
        for (Effect effect : draft.effects()) {
            boolean named = effect.edit() instanceof Edit.Add
                    || (effect.edit() instanceof Edit.Set set && set.field().equals(Schema.FILE_PATH.key()));
            if (named) {
                draft.environment()
                        .find(effect.edit().node())
                        .filter(node -> node.kind() == Kind.FILE)
                        .ifPresent(node -> touched.add(node.id()));
            }
        }
        return touched;
    }

    private static AssetPath free(AssetPath wanted, Set<AssetPath> taken) {
        int number = 2;
        while (!taken.add(wanted.numbered(number))) {
            number++;
        }
        return wanted.numbered(number);
    }
}
