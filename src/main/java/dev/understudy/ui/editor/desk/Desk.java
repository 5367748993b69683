package dev.understudy.ui.editor.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.Committed;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TextPolicy;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Slot;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import dev.understudy.ui.kit.Live;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One browser tab's place in a room: what the document is and who is there as signals, and the only way to change
/// something. Forms read the signals and submit edits; nothing in the user interface ever sets the document.
///
/// Invariant: the signal's revision never goes back. Only with the lock of its UI.
public final class Desk {

    /// How often presence is told that the tab is still there, and whether its user still may be.
    static final Duration BEAT = Duration.ofSeconds(5);

    private final Workplace workplace;
    private final Room room;
    private final String client;
    private final ValueSignal<Snapshot> document;
    private final Company company;
    private final Clearance clearance;
    private final List<Consumer<Committed>> readers = new CopyOnWriteArrayList<>();
    private final MockWatch mock;
    private final FileShelf files;
    private long seq;
    private long seen;

    /// @param client the tab's name for itself, unlike any other
    public Desk(Workplace workplace, Access access, String client) {
        this.workplace = workplace;
        this.client = client;
        this.clearance = new Clearance(workplace.accesses(), access);
        this.company = new Company(workplace.presence(), access, client);
        this.room = workplace.rooms().open(access);
        Snapshot snapshot = room.snapshot();
        this.document = new ValueSignal<>(snapshot, (one, other) -> one.revision() == other.revision());
        this.seen = snapshot.revision();
        this.mock = new MockWatch(workplace.listeners(), workplace.assets(), access);
        this.files = new FileShelf(workplace.assets(), workplace.accesses(), access);
    }

    /// A name for a tab that no other has.
    public static String newClient() {
        return "ui-" + UUID.randomUUID();
    }

    /// Takes part for as long as the component is on the screen.
    public void occupy(Component component) {
        Live.whileAttached(component, this::open);
        Live.every(BEAT, component, this::beat);
    }

    public EnvironmentId environment() {
        return access().environment();
    }

    public Access access() {
        return clearance.access();
    }

    public String client() {
        return client;
    }

    public Signal<Snapshot> document() {
        return document;
    }

    /// Everyone in the room, this tab included.
    public Signal<List<Participant>> people() {
        return company.people();
    }

    public Signal<Standing> standing() {
        return clearance.standing();
    }

    /// What its mock does, and what is wrong with that.
    public MockWatch mock() {
        return mock;
    }

    /// The files that its mock can send.
    public FileShelf files() {
        return files;
    }

    /// The document as it is now, for actions; forms read [#document].
    public Snapshot now() {
        return document.peek();
    }

    public Optional<Node> find(NodeId id) {
        return now().environment().find(id);
    }

    /// The people other than this tab, for effects.
    public List<Participant> others() {
        return company.others();
    }

    /// The same outside of effects.
    public List<Participant> othersNow() {
        return company.othersNow();
    }

    /// The revision up to which [#onCommitted] listeners were told.
    public long seen() {
        return seen;
    }

    /// Tells every committed change in order, own ones included.
    public Registration onCommitted(Consumer<Committed> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /// What was committed after one revision and up to another.
    public List<Committed> between(long after, long until) {
        return until <= after ? List.of() : room.changes(after, Math.toIntExact(until - after));
    }

    public Answer submit(Edit... edits) {
        return submit(List.of(edits));
    }

    /// Submits the edits as one change. Returns when it is durable.
    public Answer submit(List<Edit> edits) {
        return submit(new Change(client, ++seq, now().revision(), edits), TextPolicy.REBASE);
    }

    public Answer submit(Change change, TextPolicy policy) {
        return answer(() -> Answer.of(room.submit(change, access(), policy)));
    }

    /// Takes back a committed change, by a new one.
    public Answer undo(long revision) {
        return answer(() -> workplace
                .undo()
                .undo(access(), revision)
                .map(Answer::of)
                .orElseGet(() -> new Answer.Refused("This change can't be taken back.")));
    }

    private Answer answer(Supplier<Answer> attempt) {
        try {
            Answer answer = attempt.get();
            refresh();
            return answer;
        } catch (Forbidden forbidden) {
            recheck();
            return new Answer.Refused(String.valueOf(forbidden.getMessage()));
        } catch (RoomUnavailable unavailable) {
            return new Answer.Later(String.valueOf(unavailable.getMessage()));
        }
    }

    /// Says where this tab is.
    public void focus(Focus now) {
        company.focus(now);
    }

    /// A fresh id for a new node.
    public NodeId newId() {
        return NodeId.random(workplace.chance());
    }

    /// A fresh short id for a data bucket or a callback.
    public String newShortId(Slot slot) {
        return ShortIds.fresh(now().environment(), slot, workplace.chance());
    }

    /// Looks up again what the person may do.
    public void recheck() {
        clearance.recheck();
    }

    private Runnable open(Executor ui) {
        Mailbox<Committed> changes = new Mailbox<>(ui, this::deliver);
        Subscription following = room.subscribe(seen, changes::post);
        Subscription mocking = mock.open(room, access(), ui);
        Subscription shelving = files.open(ui);
        Runnable leaving = company.enter(ui);
        Runnable unlisten = workplace.memberships().listen((team, user) -> {
            if (team.equals(access().team()) && user.equals(access().actor().user())) {
                ui.execute(clearance::recheck);
            }
        });
        return () -> {
            unlisten.run();
            following.close();
            mocking.close();
            shelving.close();
            leaving.run();
        };
    }

    private void deliver(List<Committed> all) {
        for (Committed committed : all) {
            if (committed.revision() > seen) {
                seen = committed.revision();
                readers.forEach(reader -> reader.accept(committed));
            }
        }
        refresh();
    }

    private void refresh() {
        Snapshot latest = room.snapshot();
        if (latest.revision() > document.peek().revision()) {
            document.set(latest);
        }
    }

    private void beat() {
        company.beat();
        if (!(standing().peek() instanceof Standing.Out)) {
            recheck();
        }
    }
}
