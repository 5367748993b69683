package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Attendance;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Presence;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who is in the room, and where this tab is in it. Only with the lock of the UI.
public final class RoomPresence {

    private final Presence presence;
    private final Access access;
    private final String client;

    private record In(FieldLocation field) implements Function<List<Participant>, List<Participant>> {
        @Override
        public List<Participant> apply(List<Participant> others) {
            return field.among(others);
        }
    }

    /// Carets move ten times a second; which nodes people are on is something else much less often.
    private record OnNodes() implements Function<List<Participant>, List<Participant>> {
        @Override
        public List<Participant> apply(List<Participant> others) {
            return others.stream()
                    .map(person -> new Participant(
                            person.client(),
                            person.user(),
                            person.displayName(),
                            person.colour(),
                            new Focus(person.focus().node(), Optional.empty(), Optional.empty())))
                    .toList();
        }
    }

    private final Projections<List<Participant>> others = new Projections<>(List.of());
    private List<Participant> people = List.of();
    private @Nullable Attendance attendance;
    private Focus focus = Focus.NOWHERE;
    private final ValueSignal<Focus> field = new ValueSignal<>(Focus.NOWHERE);

    RoomPresence(Presence presence, Access access, String client) {
        this.presence = presence;
        this.access = access;
        this.client = client;
    }

    /// The people other than this tab and the nodes they are on, but not where on them, for effects.
    public List<Participant> others() {
        return others.read(new OnNodes());
    }

    /// Those of them who are in a field, for effects.
    public List<Participant> othersAt(FieldLocation field) {
        return others.read(new In(field));
    }

    /// The people other than this tab, outside of effects.
    public List<Participant> othersNow() {
        return without(people);
    }

    /// Is there until what it returns is closed.
    Subscription enter(Executor ui) {
        Mailbox<List<Participant>> places = new Mailbox<>(ui, latest -> show(latest.getLast()));
        Subscription watching = presence.listen(access.branch().id(), places::post);
        Attendance mine = presence.join(access, client);
        attendance = mine;
        mine.focus(focus);
        show(presence.participants(access.branch().id()));
        return () -> {
            watching.close();
            mine.close();
        };
    }

    private void show(List<Participant> now) {
        people = now;
        others.set(without(now));
    }

    /// Says where this tab is.
    public void focus(Focus now) {
        focus = now;
        field.set(new Focus(now.node(), now.field(), Optional.empty()));
        if (attendance != null) {
            attendance.focus(now);
        }
    }

    /// In which field of which node this tab is, wherever in it.
    public Signal<Focus> field() {
        return field;
    }

    /// On which node this tab is.
    public Optional<NodeId> place() {
        return focus.node();
    }

    /// Says that this tab is in no field any more; it stays on the node.
    public void leaveField() {
        focus(new Focus(focus.node(), Optional.empty(), Optional.empty()));
    }

    /// Says that it is still there: its page was heard of.
    void beat() {
        if (attendance != null) {
            attendance.beat();
        }
    }

    private List<Participant> without(List<Participant> all) {
        return all.stream().filter(person -> !person.client().equals(client)).toList();
    }
}
