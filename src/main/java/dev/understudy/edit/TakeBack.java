package dev.understudy.edit;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the edits that take something back in a document in which work went on since. Values and places that others
/// changed since are left alone, of a text only what they wrote; what others worked in is not taken away again.
public final class TakeBack {

    /// How a change of the log counts.
    public enum Whose {
        /// It is to be taken back.
        TAKEN,
        /// It came later from the same person, and was taken back itself, so that nothing of it is there any more.
        SPENT,
        OTHERS
    }

    private record Logged(Whose whose, String author) {}

    /// A value that stays as it is.
    ///
    /// @param field its key; empty for the place of the node
    /// @param by who changed it since
    public record Left(NodeId node, Optional<String> field, String by) {}

    /// What there is to do, and what is left as it is.
    ///
    /// @param edits for the document as it is; none if nothing is left to take back
    /// @param inTheWay who worked in what would have to go; nobody in particular if it is needed elsewhere by now.
    ///     There are no edits then
    /// @param alone whether nobody else did anything there since
    public record Result(List<Edit> edits, List<Left> left, Optional<List<String>> inTheWay, boolean alone) {}

    private record FieldId(NodeId node, String key) {}

    private static final String SOMEBODY = "Somebody";

    private final Environment head;
    private final Map<FieldId, ValueTrace> values = new LinkedHashMap<>();
    private final Map<NodeId, Edit.Move> places = new LinkedHashMap<>();
    private final Map<NodeId, String> placedBy = new HashMap<>();
    /// Route → who chose its default response.
    private final Map<NodeId, String> defaultBy = new HashMap<>();
    private final Set<NodeId> added = new LinkedHashSet<>();
    private final Map<NodeId, Edit.Add> removed = new LinkedHashMap<>();
    private final Map<NodeId, Edit.Add> gone = new HashMap<>();
    private final Map<NodeId, Set<String>> workedOn = new HashMap<>();
    private final List<Left> left = new ArrayList<>();
    private Environment target;

    /// @param head the document as it is
    public TakeBack(Environment head) {
        this.head = head;
        this.target = head;
    }

    /// The nodes of which the log must be known to take effects back.
    public static Set<NodeId> concerned(List<Effect> taken, Environment head) {
        Set<NodeId> nodes = new HashSet<>();
        for (Effect effect : taken) {
            nodes.add(effect.edit().node());
            effect.inverse().forEach(edit -> addPlaceOf(edit, head, nodes));
            head.find(effect.edit().node()).ifPresent(node -> {
                if (effect.edit() instanceof Edit.Add) {
                    head.subtree(node.id()).forEach(below -> nodes.add(below.id()));
                }
                if (node.kind() == Kind.RESPONSE) {
                    addSiblings(node.parent(), head, nodes);
                }
            });
        }
        return nodes;
    }

    /// The node, and where it goes back to.
    private static void addPlaceOf(Edit edit, Environment head, Set<NodeId> nodes) {
        nodes.add(edit.node());
        switch (edit) {
            case Edit.Move move -> nodes.add(move.parent());
            case Edit.Add add -> {
                if (add.kind() == Kind.RESPONSE) {
                    addSiblings(add.parent(), head, nodes);
                }
            }
            case Edit.Remove _, Edit.Set _, Edit.Splice _ -> {}
        }
    }

    /// Only one response of a route is the default one, so it matters what others do to any of them.
    private static void addSiblings(@Nullable NodeId route, Environment head, Set<NodeId> nodes) {
        if (route != null && head.contains(route)) {
            head.children(route, Slot.RESPONSES).forEach(response -> nodes.add(response.id()));
        }
    }

    /// Is told the next change of the log, from the first that is to be taken back on, as far as it is about the nodes
    /// [#concerned].
    ///
    /// @param author what people call them
    public void read(Whose whose, String author, List<Effect> effects) {
        Logged change = new Logged(whose, author);
        for (Effect effect : effects) {
            follow(change, effect);
            broughtBack(effect).forEach(restored -> follow(change, restored));
        }
    }

    private void follow(Logged change, Effect effect) {
        switch (change.whose()) {
            case TAKEN -> take(effect);
            case SPENT -> pass(effect);
            case OTHERS -> respect(effect, change.author());
        }
    }

    /// What comes back may have other values than it had when it went.
    private List<Effect> broughtBack(Effect effect) {
        effect.inverse().forEach(edit -> {
            if (edit instanceof Edit.Add add) {
                gone.put(add.node(), add);
            }
        });
        if (!(effect.edit() instanceof Edit.Add now)) {
            return List.of();
        }
        Edit.Add then = gone.remove(now.node());
        return then == null
                ? List.of()
                : values.keySet().stream()
                        .filter(id -> id.node().equals(now.node()))
                        .flatMap(id -> Schema.field(now.kind(), id.key()).stream())
                        .filter(field -> !value(now, field).equals(value(then, field)))
                        .map(field -> new Effect(
                                new Edit.Set(now.node(), field.key(), value(now, field)),
                                List.of(new Edit.Set(now.node(), field.key(), value(then, field)))))
                        .toList();
    }

    private static Object value(Edit.Add add, Field<?> field) {
        return add.fields().getOrDefault(field, field.plainDefault());
    }

    private void take(Effect effect) {
        switch (effect.edit()) {
            case Edit.Add add -> {
                if (removed.remove(add.node()) == null) {
                    added.add(add.node());
                }
            }
            case Edit.Remove _ ->
                effect.inverse().forEach(edit -> {
                    if (edit instanceof Edit.Add add && !added.remove(add.node())) {
                        removed.put(add.node(), add);
                    }
                });
            case Edit.Move move -> {
                if (placedBy.remove(move.node()) != null || !places.containsKey(move.node())) {
                    places.put(move.node(), (Edit.Move) effect.inverse().getFirst());
                }
            }
            case Edit.Set _, Edit.Splice _ ->
                field(effect.edit())
                        .ifPresent(id -> values.computeIfAbsent(id, _ -> new ValueTrace())
                                .take(effect));
        }
    }

    private void pass(Effect effect) {
        trace(effect.edit()).ifPresent(trace -> trace.pass(effect));
    }

    private void respect(Effect effect, String author) {
        NodeId node = effect.edit().node();
        workedOn.computeIfAbsent(node, _ -> new TreeSet<>()).add(author);
        trace(effect.edit()).ifPresent(trace -> trace.respect(effect, author));
        switch (effect.edit()) {
            case Edit.Move _ -> {
                if (places.containsKey(node)) {
                    placedBy.put(node, author);
                }
            }
            // It is back: whatever becomes of it now is no matter of ours.
            case Edit.Add _ -> removed.remove(node);
            case Edit.Set(NodeId _, String key, Object _) -> {
                if (key.equals(Schema.RESPONSE_DEFAULT.key())) {
                    head.find(node).map(Node::parent).ifPresent(route -> defaultBy.put(route, author));
                }
            }
            case Edit.Remove _, Edit.Splice _ -> {}
        }
    }

    private Optional<ValueTrace> trace(Edit edit) {
        return field(edit).map(values::get);
    }

    private static Optional<FieldId> field(Edit edit) {
        return switch (edit) {
            case Edit.Set(NodeId node, String key, Object _) -> Optional.of(new FieldId(node, key));
            case Edit.Splice(NodeId node, String key, TextChange _) -> Optional.of(new FieldId(node, key));
            case Edit.Add _, Edit.Remove _, Edit.Move _ -> Optional.empty();
        };
    }

    /// What there is to do now that all of the log is read.
    public Result result() {
        settle(removed.values(), this::bringBack);
        settle(places.values(), this::moveBack).forEach(this::cannotMove);
        values.forEach(this::setBack);
        Optional<Set<String>> inTheWay = takeAway();
        if (inTheWay.isPresent()) {
            return new Result(List.of(), List.of(), inTheWay.map(List::copyOf), workedOn.isEmpty());
        }
        List<Edit> edits = Diff.between(head, target);
        return isNeededElsewhere(edits)
                ? new Result(List.of(), List.of(), Optional.of(List.of()), workedOn.isEmpty())
                : new Result(edits, List.copyOf(left), Optional.empty(), workedOn.isEmpty());
    }

    /// Whether others refer to what would go, so that it would be gone from there as well.
    private boolean isNeededElsewhere(List<Edit> edits) {
        return Apply.apply(head, edits, _ -> false, true) instanceof Outcome.Accepted accepted
                && accepted.effects().stream()
                        .map(Effect::edit)
                        .filter(edit -> edit instanceof Edit.Set(NodeId id, String key, Object _)
                                && target.find(id)
                                        .flatMap(node -> Schema.field(node.kind(), key))
                                        .filter(field -> field.type() instanceof FieldType.Reference)
                                        .isPresent())
                        .anyMatch(edit ->
                                edits.stream().noneMatch(own -> own.node().equals(edit.node())));
    }

    /// Does all that can be done, in whatever order that is possible.
    ///
    /// @return the others
    private static <T> List<T> settle(Collection<T> wanted, Predicate<T> done) {
        List<T> items = new ArrayList<>(wanted);
        while (items.removeIf(done)) {
            // what was done may make more possible
        }
        return items;
    }

    private boolean bringBack(Edit.Add add) {
        if (target.contains(add.node())) {
            return true;
        }
        if (add.parent() == null || !target.contains(add.parent())) {
            return false;
        }
        Node node = Replay.node(add);
        target = target.with(defaultBy.containsKey(add.parent()) ? node.with(Schema.RESPONSE_DEFAULT, false) : node);
        return true;
    }

    private boolean moveBack(Edit.Move move) {
        Node node = target.find(move.node()).orElse(null);
        if (node == null) {
            return true;
        }
        String by = placedBy.get(node.id());
        if (by != null) {
            left.add(new Left(node.id(), Optional.empty(), by));
            return true;
        }
        if (!target.contains(move.parent()) || target.isWithin(move.parent(), node.id())) {
            return false;
        }
        target = target.with(node.at(move.parent(), node.slot(), move.order().orElseThrow()));
        return true;
    }

    /// Where it was is gone, or stands in it by now.
    private void cannotMove(Edit.Move move) {
        Set<String> by = workedOn.getOrDefault(move.parent(), Set.of());
        left.add(new Left(move.node(), Optional.empty(), by.isEmpty() ? SOMEBODY : String.join(", ", by)));
    }

    private void setBack(FieldId id, ValueTrace trace) {
        Node node = target.find(id.node()).orElse(null);
        Field<?> field =
                node == null ? null : Schema.field(node.kind(), id.key()).orElse(null);
        if (node == null || field == null) {
            return;
        }
        Optional<String> by = trace.by()
                .or(() -> Optional.of(field)
                        .filter(Schema.RESPONSE_DEFAULT::equals)
                        .map(_ -> defaultBy.get(node.parent())));
        if (by.isPresent()) {
            left.add(new Left(node.id(), Optional.of(field.key()), by.get()));
            return;
        }
        trace.valueBefore(node.plain(field))
                .filter(value -> field.refusal(value).isEmpty())
                .ifPresent(value -> target = target.with(node.withPlain(field, value)));
    }

    /// Takes out what was added, unless others worked in it, or it holds what can't go back to where it was.
    ///
    /// @return who is in the way, if somebody is; nobody in particular if only something is
    private Optional<Set<String>> takeAway() {
        Set<String> names = new TreeSet<>();
        boolean stays = false;
        for (NodeId id : added) {
            for (Node node : target.contains(id) ? target.subtree(id) : List.<Node>of()) {
                names.addAll(workedOn.getOrDefault(node.id(), Set.of()));
                stays |= !added.contains(node.id());
            }
        }
        if (stays || !names.isEmpty()) {
            return Optional.of(names);
        }
        for (NodeId id : added) {
            target = target.contains(id) ? target.without(id) : target;
        }
        return Optional.empty();
    }
}
