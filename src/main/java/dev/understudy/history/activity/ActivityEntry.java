package dev.understudy.history.activity;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Origin;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.NodeId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One change of the log without its values: who made it, when, and what it was about.
///
/// @param byToken whether a program did it in the author's name
/// @param summary says it in words: "Status of GET /orders"
/// @param deeds what it did
/// @param nodes that it touched, in the order of the change; of a large one only the first [#MAX_NODES]
/// @param large whether it touched more
public record ActivityEntry(
        long revision,
        UserId author,
        String authorName,
        boolean byToken,
        Instant at,
        Origin.Kind origin,
        String summary,
        Set<Deed> deeds,
        List<NodeId> nodes,
        boolean large) {

    /// Of one change; who wants to know more reads the change.
    public static final int MAX_NODES = 40;

    public ActivityEntry {
        deeds = Set.copyOf(deeds);
        nodes = List.copyOf(nodes);
    }

    /// What a page that follows the room is told of a change.
    public static ActivityEntry of(CommittedChange change) {
        Set<NodeId> nodes = new LinkedHashSet<>();
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        for (Effect effect : change.effects()) {
            nodes.add(effect.edit().node());
            deeds.add(deed(effect.edit()));
        }
        return new ActivityEntry(
                change.revision(),
                change.author(),
                change.authorName(),
                change.token().isPresent(),
                change.at(),
                change.origin().kind(),
                change.summary(),
                deeds,
                new ArrayList<>(nodes).subList(0, Math.min(nodes.size(), MAX_NODES)),
                nodes.size() > MAX_NODES);
    }

    private static Deed deed(Edit edit) {
        return switch (edit) {
            case Edit.Add _ -> Deed.ADDED;
            case Edit.Remove _ -> Deed.REMOVED;
            case Edit.Move _ -> Deed.MOVED;
            case Edit.Set _, Edit.Splice _ -> Deed.CHANGED;
        };
    }
}
