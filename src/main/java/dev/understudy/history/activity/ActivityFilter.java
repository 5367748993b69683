package dev.understudy.history.activity;

import dev.understudy.environment.NodeId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Which changes somebody wants to see; all that is given has to hold.
///
/// @param nodes that a change has to touch one of; all of them if empty
/// @param field of these nodes that it has to set; what adds or removes one of them counts, too
/// @param text that its summary, a name of one of its nodes or a value from before or after has to contain, in any case
/// @param from not before this moment
/// @param until before this moment
public record ActivityFilter(
        Set<NodeId> nodes,
        Optional<String> field,
        Optional<UserId> author,
        Optional<Deed> deed,
        String text,
        Optional<Instant> from,
        Optional<Instant> until) {

    /// Everything.
    public static final ActivityFilter ALL = new ActivityFilter(
            Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

    public ActivityFilter {
        nodes = Set.copyOf(nodes);
        text = text.strip();
    }

    /// Only what touched one of these, of which there is at least one, or one field of them.
    public ActivityFilter of(Set<NodeId> wanted, Optional<String> wantedField) {
        return new ActivityFilter(wanted, wantedField, author, deed, text, from, until);
    }

    public ActivityFilter by(Optional<UserId> wanted) {
        return new ActivityFilter(nodes, field, wanted, deed, text, from, until);
    }

    public ActivityFilter doing(Optional<Deed> wanted) {
        return new ActivityFilter(nodes, field, author, wanted, text, from, until);
    }

    public ActivityFilter containing(String wanted) {
        return new ActivityFilter(nodes, field, author, deed, wanted, from, until);
    }

    public ActivityFilter between(Optional<Instant> start, Optional<Instant> end) {
        return new ActivityFilter(nodes, field, author, deed, text, start, end);
    }

    /// Whether the filter asks for what an entry does not tell: which fields a change set, and which values.
    public boolean asksForMore() {
        return field.isPresent() || !text.isEmpty();
    }

    /// Whether an entry passes, as far as it can tell: see [#asksForMore].
    public boolean allows(ActivityEntry entry) {
        return (nodes.isEmpty() || !Collections.disjoint(nodes, entry.nodes()))
                && author.filter(wanted -> !wanted.equals(entry.author())).isEmpty()
                && deed.filter(wanted -> !entry.deeds().contains(wanted)).isEmpty()
                && from.filter(start -> entry.at().isBefore(start)).isEmpty()
                && until.filter(end -> !entry.at().isBefore(end)).isEmpty();
    }
}
