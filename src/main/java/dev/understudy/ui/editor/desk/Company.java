package dev.understudy.ui.editor.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.presence.Attendance;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Presence;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Who is in the room, and where this tab is in it. Only with the lock of the UI.
final class Company {

    private final Presence presence;
    private final Access access;
    private final String client;
    private final ValueSignal<List<Participant>> people = new ValueSignal<>(List.of());
    private @Nullable Attendance attendance;
    private Focus focus = Focus.NOWHERE;

    Company(Presence presence, Access access, String client) {
        this.presence = presence;
        this.access = access;
        this.client = client;
    }

    /// Everyone in the room, this tab included.
    Signal<List<Participant>> people() {
        return people;
    }

    /// The people other than this tab, for effects.
    List<Participant> others() {
        return without(people.get());
    }

    /// The same outside of effects.
    List<Participant> othersNow() {
        return without(people.peek());
    }

    /// Is there until what it returns is run.
    Runnable enter(Executor ui) {
        Mailbox<List<Participant>> places = new Mailbox<>(ui, latest -> people.set(latest.getLast()));
        Subscription watching = presence.listen(access.environment(), places::post);
        Attendance mine = presence.join(access, client);
        attendance = mine;
        mine.focus(focus);
        people.set(presence.participants(access.environment()));
        return () -> {
            watching.close();
            mine.close();
        };
    }

    /// Says where this tab is.
    void focus(Focus now) {
        focus = now;
        if (attendance != null) {
            attendance.focus(now);
        }
    }

    /// Says that it is still there.
    void beat() {
        if (attendance != null && isConnected()) {
            attendance.beat();
        }
    }

    /// A page that is gone without a word, or cut off, keeps its UI for minutes; nobody sits before it.
    private static boolean isConnected() {
        PushConnection push = UI.getCurrentOrThrow().getInternals().getPushConnection();
        return push == null || push.isConnected();
    }

    private List<Participant> without(List<Participant> all) {
        return all.stream().filter(person -> !person.client().equals(client)).toList();
    }
}
