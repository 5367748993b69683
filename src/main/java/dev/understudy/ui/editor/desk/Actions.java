package dev.understudy.ui.editor.desk;

import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.kit.Notices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What can be done with whole nodes: add, duplicate, remove with undo, move, switch on and off. What does not work is
/// said in words. Only with the lock of the UI.
public final class Actions {

    private final Desk desk;

    public Actions(Desk desk) {
        this.desk = desk;
    }

    /// A route with one response, at the end of the folder or environment.
    public Optional<NodeId> addRoute(NodeId parent) {
        return addRoute(parent, Map.of(), Map.of());
    }

    /// A route that reads and changes a data bucket: the first one, or a new one if there is none.
    public Optional<NodeId> addCrudRoute(NodeId parent) {
        Optional<String> present = environment().children(root(), Slot.BUCKETS).stream()
                .map(bucket -> bucket.get(Schema.BUCKET_ID))
                .filter(id -> !id.isEmpty())
                .findFirst();
        String bucket = present.orElseGet(() -> desk.newShortId(Slot.BUCKETS));
        Edit[] before = present.isPresent() ? new Edit[0] : new Edit[] {bucket(desk.newId(), bucket)};
        return addRoute(
                parent,
                Map.of(Schema.ROUTE_TYPE, "crud", Schema.ROUTE_METHOD, ""),
                Map.of(Schema.RESPONSE_BODY_TYPE, "DATABUCKET", Schema.RESPONSE_BUCKET, bucket),
                before);
    }

    public Optional<NodeId> addSocketRoute(NodeId parent) {
        return addRoute(parent, Map.of(Schema.ROUTE_TYPE, "ws", Schema.ROUTE_METHOD, ""), Map.of());
    }

    private Optional<NodeId> addRoute(
            NodeId parent, Map<Field<?>, Object> route, Map<Field<?>, Object> response, Edit... before) {
        NodeId id = desk.newId();
        Map<Field<?>, Object> values = new HashMap<>(response);
        values.put(Schema.RESPONSE_DEFAULT, true);
        List<Edit> edits = new ArrayList<>(List.of(before));
        edits.add(add(id, Kind.ROUTE, parent, Slot.CHILDREN, route));
        edits.add(add(desk.newId(), Kind.RESPONSE, id, Slot.RESPONSES, values));
        return done(id, edits.toArray(Edit[]::new));
    }

    public Optional<NodeId> addFolder(NodeId parent) {
        NodeId folder = desk.newId();
        return done(folder, add(folder, Kind.FOLDER, parent, Slot.CHILDREN, Map.of()));
    }

    public Optional<NodeId> addBucket() {
        NodeId bucket = desk.newId();
        return done(bucket, bucket(bucket, desk.newShortId(Slot.BUCKETS)));
    }

    /// A data bucket that is the body of a response or callback from now on.
    public void addBucketFor(NodeId node, Field<String> field) {
        String id = desk.newShortId(Slot.BUCKETS);
        complain(desk.submit(bucket(desk.newId(), id), new Edit.Set(node, field.key(), id)));
    }

    public Optional<NodeId> addCallback() {
        NodeId callback = desk.newId();
        return done(callback, callback(callback));
    }

    /// Lets a response send a callback: the first one, or a new one if there is none.
    public Optional<NodeId> addInvocation(NodeId response) {
        NodeId invocation = desk.newId();
        Optional<NodeId> present = environment().children(root(), Slot.CALLBACKS).stream()
                .map(Node::id)
                .findFirst();
        NodeId callback = present.orElseGet(desk::newId);
        Edit.Add add = add(
                invocation,
                Kind.INVOCATION,
                response,
                Slot.INVOCATIONS,
                Map.of(Schema.INVOCATION_CALLBACK, callback.value()));
        return present.isPresent() ? done(invocation, add) : done(invocation, callback(callback), add);
    }

    public Optional<NodeId> addResponse(NodeId route) {
        NodeId response = desk.newId();
        return done(response, add(response, Kind.RESPONSE, route, Slot.RESPONSES, Map.of()));
    }

    /// A header, rule or the like with default values, at the end of a list.
    public Optional<NodeId> addRow(NodeId parent, Kind kind, Slot slot) {
        NodeId row = desk.newId();
        return done(row, add(row, kind, parent, slot, Map.of()));
    }

    /// Puts a copy with all below it right behind.
    public Optional<NodeId> duplicate(NodeId node) {
        return desk.find(node).flatMap(original -> {
            List<Edit> adds = Copies.of(environment(), original, desk::newId, desk::newShortId);
            return done(adds.getFirst().node(), adds.toArray(Edit[]::new));
        });
    }

    /// Takes it out with all below it, and offers to take that back.
    public boolean remove(NodeId node) {
        Optional<Node> removed = desk.find(node);
        if (removed.isEmpty()) {
            return false;
        }
        Answer answer = desk.submit(new Edit.Remove(node));
        complain(answer);
        if (answer instanceof Answer.Done(long revision, var _)) {
            Notices.undoable("Removed " + called(removed.get()) + ".", () -> undo(revision));
            return true;
        }
        return false;
    }

    public void undo(long revision) {
        complain(desk.undo(revision));
    }

    public void setEnabled(NodeId node, boolean enabled) {
        desk.find(node).ifPresent(found -> {
            Field<Boolean> field = found.kind() == Kind.FOLDER ? Schema.FOLDER_ENABLED : Schema.ROUTE_ENABLED;
            complain(desk.submit(new Edit.Set(node, field.key(), enabled)));
        });
    }

    public void makeDefault(NodeId response) {
        complain(desk.submit(new Edit.Set(response, Schema.RESPONSE_DEFAULT.key(), true)));
    }

    /// One place up in its list, or down.
    public void shift(NodeId node, boolean up) {
        desk.find(node)
                .ifPresent(found -> Places.shifted(environment(), found, up).ifPresent(order -> {
                    NodeId parent = found.parent();
                    if (parent != null) {
                        move(node, parent, Optional.of(order));
                    }
                }));
    }

    /// To the place of another node of the same list, which makes room towards where it comes from.
    public void moveOnto(NodeId node, NodeId other) {
        Optional<Node> place = desk.find(other);
        desk.find(node)
                .filter(moved -> !node.equals(other)
                        && place.filter(there -> Places.areSiblings(there, moved))
                                .isPresent())
                .ifPresent(moved -> {
                    boolean upwards = Places.isBefore(place.orElseThrow(), moved);
                    OrderKey order = upwards
                            ? Places.before(environment(), place.orElseThrow())
                            : Places.behind(environment(), place.orElseThrow());
                    move(node, Objects.requireNonNull(moved.parent()), Optional.of(order));
                });
    }

    /// To a place in a folder or the environment; without an order to its end.
    public void move(NodeId node, NodeId parent, Optional<OrderKey> order) {
        complain(desk.submit(new Edit.Move(node, parent, order)));
    }

    private Optional<NodeId> done(NodeId made, Edit... edits) {
        Answer answer = desk.submit(edits);
        complain(answer);
        return answer instanceof Answer.Done ? Optional.of(made) : Optional.empty();
    }

    private Edit.Add bucket(NodeId id, String shortId) {
        return add(id, Kind.BUCKET, root(), Slot.BUCKETS, Map.of(Schema.BUCKET_ID, shortId));
    }

    private Edit.Add callback(NodeId id) {
        return add(
                id, Kind.CALLBACK, root(), Slot.CALLBACKS, Map.of(Schema.CALLBACK_ID, desk.newShortId(Slot.CALLBACKS)));
    }

    private NodeId root() {
        return environment().root().id();
    }

    private static Edit.Add add(NodeId id, Kind kind, NodeId parent, Slot slot, Map<Field<?>, Object> fields) {
        return new Edit.Add(id, kind, parent, slot, Optional.empty(), fields, Map.of());
    }

    private static void complain(Answer answer) {
        answer.complaint().ifPresent(Notices::failed);
    }

    private static String called(Node node) {
        String name = Words.name(node);
        return switch (node.kind()) {
            case FOLDER -> "the folder " + name;
            case RESPONSE -> "the response " + name;
            case HEADER -> name.isEmpty() ? "a header" : "the header " + name;
            case RULE -> "the rule “" + name + "”";
            case INVOCATION -> "a callback from this response";
            case BUCKET -> "the data bucket " + name;
            case CALLBACK -> "the callback " + name;
            case ENVIRONMENT, ROUTE -> name;
        };
    }

    private Environment environment() {
        return desk.now().environment();
    }
}
