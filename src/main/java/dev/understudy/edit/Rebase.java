package dev.understudy.edit;

import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Carries the edits of a change from the revision its author saw to the head. Ids, last-write-wins and order
/// keys make all edits but splices independent of what others did; a splice is transformed over every
/// committed change of the same text.
public final class Rebase {

    private record TextId(NodeId node, String field) {}

    /// Fits no text, so that applying it says what is wrong.
    private static final TextChange MISFIT = new TextChange(List.of(new TextChange.Part.Keep(Integer.MAX_VALUE)));

    private final List<Effect> committed;
    private final Map<TextId, List<TextChange>> theirs = new HashMap<>();

    private Rebase(List<Effect> committed) {
        this.committed = committed;
    }

    /// The nodes whose texts decide what becomes of the edits; none if they go over anything as they are.
    public static Set<NodeId> concerned(List<Edit> edits) {
        return edits.stream()
                .filter(Edit.Splice.class::isInstance)
                .map(Edit::node)
                .collect(Collectors.toSet());
    }

    /// The edits as their author would have made them at the head. What was committed can be given in parts, one after
    /// the other, and needs to hold nothing but what was done to the nodes [#concerned].
    ///
    /// @param committed the effects committed after the base, oldest first
    public static List<Edit> over(List<Edit> edits, List<Effect> committed) {
        if (committed.isEmpty() || edits.stream().noneMatch(Edit.Splice.class::isInstance)) {
            return edits;
        }
        Rebase rebase = new Rebase(committed);
        return edits.stream().map(rebase::next).toList();
    }

    /// Whether any committed effect changed the text that the splice is about.
    public static boolean touches(Edit.Splice splice, List<Effect> committed) {
        TextId text = new TextId(splice.node(), splice.field());
        return committed.stream().anyMatch(effect -> changeOf(effect, text).isPresent());
    }

    /// What an effect did to a text; empty if it did not touch it. A `set` counts as the smallest replacement
    /// that does the same, so that what somebody types elsewhere in the text survives it.
    public static Optional<TextChange> textChangeOf(Effect effect, NodeId node, String field) {
        return changeOf(effect, new TextId(node, field));
    }

    private Edit next(Edit edit) {
        return switch (edit) {
            case Edit.Splice(NodeId node, String field, TextChange change) ->
                new Edit.Splice(node, field, rebased(new TextId(node, field), change));
            case Edit.Set(NodeId node, String field, Object _) -> {
                theirs.put(new TextId(node, field), new ArrayList<>());
                yield edit;
            }
            case Edit.Add _, Edit.Move _, Edit.Remove _ -> edit;
        };
    }

    /// Also carries their changes over this one, for the next splice of the same text in this change. A splice
    /// that does not fit the text at the base must not go in just because it happens to fit the text at the head.
    private TextChange rebased(TextId text, TextChange change) {
        List<TextChange> others = theirs.computeIfAbsent(text, this::committedChanges);
        TextChange mine = change;
        for (int at = 0; at < others.size(); at++) {
            TextChange other = others.get(at);
            if (other.oldLength() != mine.oldLength()) {
                return MISFIT;
            }
            others.set(at, other.under(mine));
            mine = mine.over(other);
        }
        return mine;
    }

    private List<TextChange> committedChanges(TextId text) {
        List<TextChange> changes = new ArrayList<>();
        committed.forEach(effect -> changeOf(effect, text).ifPresent(changes::add));
        return changes;
    }

    private static Optional<TextChange> changeOf(Effect effect, TextId text) {
        if (!effect.edit().node().equals(text.node())) {
            return Optional.empty();
        }
        return switch (effect.edit()) {
            case Edit.Splice(NodeId _, String field, TextChange change)
            when field.equals(text.field()) -> Optional.of(change);
            case Edit.Set(NodeId _, String field, Object after)
            when field.equals(text.field()) && after instanceof String newText ->
                Optional.of(TextChange.between(textBefore(effect), newText));
            case Edit.Set _, Edit.Splice _, Edit.Add _, Edit.Move _, Edit.Remove _ -> Optional.empty();
        };
    }

    private static String textBefore(Effect set) {
        return set.inverse().getFirst() instanceof Edit.Set(NodeId _, String _, Object before)
                        && before instanceof String text
                ? text
                : "";
    }
}
