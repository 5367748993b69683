package dev.understudy.edit;

import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.List;

/// Carries the edits of a change from the revision its author saw to the head. Ids, last-write-wins and order
/// keys make all edits but splices independent of what others did; a splice is transformed over every
/// committed change of the same text.
public final class Rebase {

    private Rebase() {}

    /// @param committed the effects committed after the base, oldest first
    public static List<Edit> over(List<Edit> edits, List<Effect> committed) {
        if (committed.isEmpty() || edits.stream().noneMatch(Edit.Splice.class::isInstance)) {
            return edits;
        }
        List<Edit> rebased = new ArrayList<>(edits.size());
        for (int index = 0; index < edits.size(); index++) {
            Edit edit = edits.get(index);
            rebased.add(edit instanceof Edit.Splice splice && isFirstOfItsText(edits, index) ? over(splice, committed) : edit);
        }
        return rebased;
    }

    /// Whether any committed effect changed the text that the splice is about.
    public static boolean touches(Edit.Splice splice, List<Effect> committed) {
        return committed.stream().anyMatch(effect -> isAbout(effect.edit(), splice.node(), splice.field()));
    }

    private static Edit over(Edit.Splice splice, List<Effect> committed) {
        TextChange change = splice.change();
        for (Effect effect : committed) {
            if (isAbout(effect.edit(), splice.node(), splice.field())) {
                TextChange theirs = textChangeOf(effect);
                if (theirs.oldLength() != change.oldLength()) {
                    return splice;
                }
                change = change.over(theirs);
            }
        }
        return new Edit.Splice(splice.node(), splice.field(), change);
    }

    /// A `set` of a text counts as the smallest replacement that does the same, so that what somebody types
    /// elsewhere in the text survives it.
    public static TextChange textChangeOf(Effect effect) {
        if (effect.edit() instanceof Edit.Set(NodeId _, String _, Object after)
                && effect.inverse().getFirst() instanceof Edit.Set(NodeId _, String _, Object before)
                && after instanceof String newText
                && before instanceof String oldText) {
            return TextChange.between(oldText, newText);
        }
        if (effect.edit() instanceof Edit.Splice(NodeId _, String _, TextChange change)) {
            return change;
        }
        throw new IllegalArgumentException("Not a change of a text: " + effect.edit());
    }

    private static boolean isAbout(Edit edit, NodeId node, String field) {
        return edit instanceof Edit.Splice splice && splice.node().equals(node) && splice.field().equals(field)
                || edit instanceof Edit.Set set
                        && set.node().equals(node)
                        && set.field().equals(field)
                        && set.value() instanceof String;
    }
}
