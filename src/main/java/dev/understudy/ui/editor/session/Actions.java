package dev.understudy.ui.editor.session;

import com.vaadin.flow.component.notification.Notification;
import dev.understudy.edit.Edit;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.Starter;
import dev.understudy.server.Subscription;
import dev.understudy.ui.kit.Notices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be done with whole nodes: add, duplicate, remove with undo, move, switch on and off. What does not work is
/// said in words. Only with the lock of the UI.
public final class Actions {

    private static final String CONTENT_TYPE = "Content-Type";

    private final EditorSession session;

    public Actions(EditorSession session) {
        this.session = session;
    }

    /// A route with one response, at the end of the folder or environment.
    ///
    /// @param made is told of it once it is there, unless the person has gone elsewhere by then; the same below
    public void addRoute(NodeId parent, Consumer<NodeId> made) {
        addRoute(parent, Map.of(), Map.of(), made);
    }

    /// A route that reads and changes a data bucket: the first one, or a new one if there is none.
    public void addCrudRoute(NodeId parent, Consumer<NodeId> made) {
        Optional<String> present = environment().children(root(), Slot.BUCKETS).stream()
                .map(bucket -> bucket.get(Schema.BUCKET_ID))
                .filter(id -> !id.isEmpty())
                .findFirst();
        String bucket = present.orElseGet(() -> session.newShortId(Slot.BUCKETS));
        Edit[] before = present.isPresent() ? new Edit[0] : new Edit[] {bucket(session.newId(), bucket)};
        addRoute(
                parent,
                Map.of(Schema.ROUTE_TYPE, RouteType.CRUD.wireName(), Schema.ROUTE_METHOD, HttpMethod.NONE.wireName()),
                Map.of(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET.wireName(), Schema.RESPONSE_BUCKET, bucket),
                made,
                before);
    }

    public void addSocketRoute(NodeId parent, Consumer<NodeId> made) {
        addRoute(
                parent,
                Map.of(Schema.ROUTE_TYPE, RouteType.WS.wireName(), Schema.ROUTE_METHOD, HttpMethod.NONE.wireName()),
                Map.of(),
                made);
    }

    private void addRoute(
            NodeId parent,
            Map<Field<?>, Object> route,
            Map<Field<?>, Object> response,
            Consumer<NodeId> made,
            Edit... before) {
        NodeId id = session.newId();
        Map<Field<?>, Object> values = new HashMap<>(response);
        values.put(Schema.RESPONSE_DEFAULT, true);
        List<Edit> edits = new ArrayList<>(List.of(before));
        edits.add(add(id, Kind.ROUTE, parent, Slot.CHILDREN, route));
        NodeId first = session.newId();
        edits.add(add(first, Kind.RESPONSE, id, Slot.RESPONSES, values));
        if (!RouteType.WS.wireName().equals(route.get(Schema.ROUTE_TYPE))) {
            contentType(first).ifPresent(edits::add);
        }
        make(id, edits, made);
    }

    public void addFolder(NodeId parent, Consumer<NodeId> made) {
        NodeId folder = session.newId();
        make(folder, List.of(add(folder, Kind.FOLDER, parent, Slot.CHILDREN, Map.of())), made);
    }

    public void addBucket(Consumer<NodeId> made) {
        NodeId bucket = session.newId();
        make(bucket, List.of(bucket(bucket, session.newShortId(Slot.BUCKETS))), made);
    }

    /// A data bucket that is the body of a response or callback from now on.
    public void addBucketFor(NodeId node, Field<String> field) {
        String id = session.newShortId(Slot.BUCKETS);
        submit(bucket(session.newId(), id), new Edit.Set(node, field.key(), id));
    }

    public void addCallback(Consumer<NodeId> made) {
        NodeId callback = session.newId();
        make(callback, List.of(callback(callback)), made);
    }

    /// Lets a response send a callback: the first one, or a new one if there is none.
    public void addInvocation(NodeId response, Consumer<NodeId> made) {
        NodeId invocation = session.newId();
        Optional<NodeId> present = environment().children(root(), Slot.CALLBACKS).stream()
                .map(Node::id)
                .findFirst();
        NodeId callback = present.orElseGet(session::newId);
        Edit.Add add = add(
                invocation,
                Kind.INVOCATION,
                response,
                Slot.INVOCATIONS,
                Map.of(Schema.INVOCATION_CALLBACK, callback.value()));
        make(invocation, present.isPresent() ? List.of(add) : List.of(callback(callback), add), made);
    }

    public void addResponse(NodeId route, Consumer<NodeId> made) {
        NodeId response = session.newId();
        List<Edit> edits = new ArrayList<>(List.of(add(response, Kind.RESPONSE, route, Slot.RESPONSES, Map.of())));
        if (session.find(route)
                .filter(node -> node.get(Schema.ROUTE_TYPE) == RouteType.WS)
                .isEmpty()) {
            contentType(response).ifPresent(edits::add);
        }
        make(response, edits, made);
    }

    /// A header, rule or the like with default values, at the end of a list.
    public void addRow(NodeId parent, Kind kind, Slot slot, Consumer<NodeId> made) {
        NodeId row = session.newId();
        make(row, List.of(add(row, kind, parent, slot, Map.of())), made);
    }

    /// Puts a copy with all below it right behind.
    public void duplicate(NodeId node, Consumer<NodeId> made) {
        session.find(node).ifPresent(original -> {
            List<Edit> adds = Copies.of(environment(), original, session::newId, session::newShortId);
            make(adds.getFirst().node(), adds, made);
        });
    }

    /// Takes it out with all below it, and offers to take that back.
    public void remove(NodeId node) {
        session.find(node).ifPresent(removed -> {
            String what = RemovalWords.of(environment(), removed);
            session.submit(List.of(new Edit.Remove(node)), answer -> {
                complain(answer);
                if (answer instanceof SubmitResult.Done(long revision, var _)) {
                    untilBack(node, Notices.undoable("Removed " + what + ".", () -> undo(revision)));
                }
            });
        });
    }

    /// Whoever takes the removal back, there is nothing more to take back.
    private void untilBack(NodeId node, Notification notice) {
        Subscription watch = session.onCommitted(committed -> {
            boolean back = committed.effects().stream()
                    .anyMatch(effect ->
                            effect.edit() instanceof Edit.Add add && add.node().equals(node));
            if (back) {
                notice.close();
            }
        });
        notice.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                watch.close();
            }
        });
    }

    public void undo(long revision) {
        session.undo(revision, Actions::complain);
    }

    public void setEnabled(NodeId node, boolean enabled) {
        session.find(node).ifPresent(found -> {
            Field<Boolean> field = found.kind() == Kind.FOLDER ? Schema.FOLDER_ENABLED : Schema.ROUTE_ENABLED;
            submit(new Edit.Set(node, field.key(), enabled));
        });
    }

    public void makeDefault(NodeId response) {
        submit(new Edit.Set(response, Schema.RESPONSE_DEFAULT.key(), true));
    }

    /// One place up in its list, or down.
    public void shift(NodeId node, boolean up) {
        session.find(node)
                .ifPresent(found -> DropPositions.shifted(environment(), found, up)
                        .ifPresent(order -> {
                            NodeId parent = found.parent();
                            if (parent != null) {
                                move(node, parent, Optional.of(order));
                            }
                        }));
    }

    /// To the place of another node of the same list, which makes room towards where it comes from.
    public void moveOnto(NodeId node, NodeId other) {
        Optional<Node> place = session.find(other);
        session.find(node)
                .filter(moved -> !node.equals(other)
                        && place.filter(there -> DropPositions.areSiblings(there, moved))
                                .isPresent())
                .ifPresent(moved -> {
                    boolean upwards = DropPositions.isBefore(place.orElseThrow(), moved);
                    OrderKey order = upwards
                            ? DropPositions.before(environment(), place.orElseThrow())
                            : DropPositions.behind(environment(), place.orElseThrow());
                    move(node, Objects.requireNonNull(moved.parent()), Optional.of(order));
                });
    }

    /// To a place in a folder or the environment; without an order to its end.
    public void move(NodeId node, NodeId parent, Optional<OrderKey> order) {
        submit(new Edit.Move(node, parent, order));
    }

    /// Whoever has gone elsewhere while the room was slow is not taken away from there.
    private void make(NodeId id, List<Edit> edits, Consumer<NodeId> made) {
        Optional<NodeId> place = session.place();
        session.submit(edits, answer -> {
            complain(answer);
            if (answer instanceof SubmitResult.Done && session.place().equals(place)) {
                made.accept(id);
            }
        });
    }

    private void submit(Edit... edits) {
        session.submit(List.of(edits), Actions::complain);
    }

    /// Says that a new response is JSON, as its body is, unless the environment says what all of them are.
    private Optional<Edit> contentType(NodeId response) {
        boolean said = environment().children(root(), Slot.HEADERS).stream()
                .anyMatch(header -> header.get(Schema.HEADER_KEY).strip().equalsIgnoreCase(CONTENT_TYPE)
                        && !header.get(Schema.HEADER_VALUE).isBlank());
        return said
                ? Optional.empty()
                : Optional.of(add(
                        session.newId(),
                        Kind.HEADER,
                        response,
                        Slot.HEADERS,
                        Map.of(Schema.HEADER_KEY, CONTENT_TYPE, Schema.HEADER_VALUE, Starter.TYPE)));
    }

    private Edit.Add bucket(NodeId id, String shortId) {
        return add(id, Kind.BUCKET, root(), Slot.BUCKETS, Map.of(Schema.BUCKET_ID, shortId));
    }

    private Edit.Add callback(NodeId id) {
        return add(
                id,
                Kind.CALLBACK,
                root(),
                Slot.CALLBACKS,
                Map.of(Schema.CALLBACK_ID, session.newShortId(Slot.CALLBACKS)));
    }

    private NodeId root() {
        return environment().root().id();
    }

    private static Edit.Add add(NodeId id, Kind kind, NodeId parent, Slot slot, Map<Field<?>, Object> fields) {
        return new Edit.Add(id, kind, parent, slot, Optional.empty(), fields, Map.of());
    }

    static void complain(SubmitResult answer) {
        answer.complaint().ifPresent(Notices::failed);
    }

    private Environment environment() {
        return session.now().environment();
    }
}
