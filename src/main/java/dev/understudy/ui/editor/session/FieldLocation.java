package dev.understudy.ui.editor.session;

import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Selection;
import java.util.List;
import java.util.Optional;

/// One field of one node: where somebody can be.
public record FieldLocation(NodeId node, Field<?> field) {

    public Focus focus() {
        return new Focus(Optional.of(node), Optional.of(field.key()), Optional.empty());
    }

    public Focus focus(Selection selection) {
        return new Focus(Optional.of(node), Optional.of(field.key()), Optional.of(selection));
    }

    /// Those of the people who are here.
    public List<Participant> among(List<Participant> people) {
        return people.stream()
                .filter(person -> person.focus().node().filter(node::equals).isPresent()
                        && person.focus().field().filter(field.key()::equals).isPresent())
                .toList();
    }
}
