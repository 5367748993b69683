package dev.understudy.ui.editor.session;

import com.vaadin.flow.component.notification.Notification;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.server.Subscription;
import dev.understudy.ui.kit.Notices;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What can be done with whole nodes: add, duplicate, remove with undo, move, switch on and off. What does not work is
/// said in words. Only with the lock of the UI.
public final class Actions {

    private final EditorSession session;

    /// What is being removed: a second press does nothing.
    private final Set<NodeId> leaving = new HashSet<>();

    public Actions(EditorSession session) {
        this.session = session;
    }

    /// A route with one response, at the end of the folder or environment.
    ///
    /// @param made is told of it once it is there, unless the person has gone elsewhere by then; the same below
    public void addRoute(NodeId parent, Consumer<NodeId> made) {
        make(fresh().route(parent), made);
    }

    /// A route that reads and changes a data bucket: the first one, or a new one if there is none.
    public void addCrudRoute(NodeId parent, Consumer<NodeId> made) {
        make(fresh().crudRoute(parent), made);
    }

    public void addSocketRoute(NodeId parent, Consumer<NodeId> made) {
        make(fresh().socketRoute(parent), made);
    }

    /// A route of its own for a request, with what shall be answered. It goes to the end of the environment.
    public void addRoute(String method, String endpoint, Optional<Recorded> answer, Consumer<NodeId> made) {
        make(fresh().route(environment().root().id(), method, endpoint, answer), made);
    }

    public void addFolder(NodeId parent, Consumer<NodeId> made) {
        addRow(parent, Kind.FOLDER, Slot.CHILDREN, made);
    }

    public void addBucket(Consumer<NodeId> made) {
        make(fresh().bucket(), made);
    }

    /// A data bucket that is the body of a response or callback from now on.
    public void addBucketFor(NodeId node, Field<String> field) {
        session.submit(fresh().bucketFor(node, field).edits(), Actions::complain);
    }

    public void addCallback(Consumer<NodeId> made) {
        make(fresh().callback(), made);
    }

    /// Lets a response send a callback: the first one, or a new one if there is none.
    public void addInvocation(NodeId response, Consumer<NodeId> made) {
        make(fresh().invocation(response), made);
    }

    public void addResponse(NodeId route, Consumer<NodeId> made) {
        make(fresh().response(route), made);
    }

    /// A response of a route that answers as recorded.
    public void addResponse(NodeId route, Recorded answer, Consumer<NodeId> made) {
        make(fresh().response(route, answer), made);
    }

    /// A header, rule or the like with default values, at the end of a list.
    public void addRow(NodeId parent, Kind kind, Slot slot, Consumer<NodeId> made) {
        make(fresh().plain(kind, parent, slot), made);
    }

    /// Puts a copy with all below it right behind.
    public void duplicate(NodeId node, Consumer<NodeId> made) {
        session.find(node).ifPresent(original -> make(fresh().copy(original), made));
    }

    /// Takes it out with all below it, and offers to take that back.
    public void remove(NodeId node) {
        session.find(node).filter(_ -> leaving.add(node)).ifPresent(removed -> {
            String what = RemovalWords.of(environment(), removed);
            session.submit(List.of(new Edit.Remove(node)), answer -> {
                leaving.remove(node);
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
        session.revert(List.of(revision), Actions::complain);
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
    private void make(NewNodes.New added, Consumer<NodeId> made) {
        Optional<NodeId> place = session.people().place();
        session.submit(added.edits(), answer -> {
            complain(answer);
            if (answer instanceof SubmitResult.Done && session.people().place().equals(place)) {
                made.accept(added.node());
            }
        });
    }

    private NewNodes fresh() {
        return new NewNodes(environment(), session.chance());
    }

    private void submit(Edit... edits) {
        session.submit(List.of(edits), Actions::complain);
    }

    public static void complain(SubmitResult answer) {
        answer.complaint().ifPresent(Notices::failed);
    }

    private Environment environment() {
        return session.now().environment();
    }
}
