package dev.understudy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.understudy.collab.CommittedChange;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a change did to one field of one node; parent and position of a node count as one field, `place`.
///
/// @param before the value: text, number, boolean, or a place; null if the node was not there
/// @param after the value; null if the node is gone
/// @param at of a text that was changed at several stretches, each of which is listed by itself, where this one starts
///     in the text before, in UTF-16 code units; `before` and `after` are the stretch then, not the whole text
record ActivityChange(
        String node,
        String field,
        @JsonInclude @Nullable Object before,
        @JsonInclude @Nullable Object after,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long at) {

    /// @param kind of the node
    record Place(
            String kind, @Nullable String parent, @Nullable String order) {}

    static List<ActivityChange> of(CommittedChange change) {
        List<ActivityChange> all = new ArrayList<>();
        change.effects().forEach(effect -> add(effect, all));
        return all;
    }

    private static void add(Effect effect, List<ActivityChange> all) {
        String node = effect.edit().node().value();
        switch (effect.edit()) {
            case Edit.Add add -> all.add(new ActivityChange(node, Left.PLACE, null, place(add), null));
            case Edit.Remove _ ->
                all.add(new ActivityChange(
                        node,
                        Left.PLACE,
                        back(effect, Edit.Add.class).map(ActivityChange::place).orElse(null),
                        null,
                        null));
            case Edit.Move move ->
                all.add(new ActivityChange(
                        node,
                        Left.PLACE,
                        back(effect, Edit.Move.class).map(ActivityChange::place).orElse(null),
                        place(move),
                        null));
            case Edit.Set(NodeId _, String field, Object value) ->
                all.add(new ActivityChange(
                        node,
                        field,
                        back(effect, Edit.Set.class).map(Edit.Set::value).orElse(null),
                        value,
                        null));
            case Edit.Splice(NodeId _, String field, TextChange change) -> stretches(node, field, change, effect, all);
        }
    }

    /// The first edit of a kind that takes something of the node back.
    private static <E extends Edit> Optional<E> back(Effect effect, Class<E> kind) {
        return effect.inverse().stream()
                .filter(edit -> edit.node().equals(effect.edit().node()))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static Place place(Edit.Add add) {
        NodeId parent = add.parent();
        return new Place(
                add.kind().wireName(),
                parent == null ? null : parent.value(),
                add.order().map(Object::toString).orElse(null));
    }

    private static Object place(Edit.Move move) {
        return Map.of(
                "parent",
                move.parent().value(),
                "order",
                move.order().map(Object::toString).orElse(""));
    }

    /// The log has what came and what went, not what stayed in between.
    private static void stretches(
            String node, String field, TextChange change, Effect effect, List<ActivityChange> all) {
        List<String> removed = new ArrayList<>();
        for (Edit back : effect.inverse()) {
            if (back instanceof Edit.Splice(NodeId _, String _, TextChange inverse)) {
                inverse.parts().stream()
                        .filter(TextChange.Part.Replace.class::isInstance)
                        .forEach(part -> removed.add(((TextChange.Part.Replace) part).inserted()));
            }
        }
        long at = 0;
        int number = 0;
        for (TextChange.Part part : change.parts()) {
            if (part instanceof TextChange.Part.Replace(int _, String inserted)) {
                String gone = number < removed.size() ? removed.get(number) : "";
                all.add(new ActivityChange(node, field, gone, inserted, at));
                number++;
            }
            at += part.oldLength();
        }
    }

    /// How long its values are, about.
    long characters() {
        return length(before) + length(after);
    }

    private static long length(@Nullable Object value) {
        return value instanceof String text ? text.length() : 0;
    }
}
