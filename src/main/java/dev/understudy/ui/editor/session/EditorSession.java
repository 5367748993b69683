package dev.understudy.ui.editor.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TextPolicy;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.preview.Preview;
import dev.understudy.hosting.preview.SampleRequest;
import dev.understudy.hosting.resend.Resent;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.traffic.Exchange;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.Pulse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// One browser tab's place in a room: what the document is and who is there as signals, and the only way to change
/// something. Forms read the signals and submit edits; nothing in the user interface ever sets the document.
///
/// Invariant: the signal's revision never goes back and is never before [#seen]. Only with the lock of its UI.
public final class EditorSession {

    private final EditorServices services;
    private final Room room;
    private final String client;
    private final ValueSignal<Snapshot> document;
    private final DocumentParts parts;
    private final RoomPresence people;
    private final AccessWatch accessWatch;
    private final List<Consumer<CommittedChange>> readers = new CopyOnWriteArrayList<>();
    private final Claims claims = new Claims(this);
    private final TypingSteps typing = new TypingSteps();
    private final UndoHistory undo;
    private final HistoryShelf history;
    private final RecordingShelf recordings;
    private final NewsWatch news;
    private final MockWatch mock;
    private final FileShelf shelf;
    private final Submissions submissions;
    private long seq;
    private long seen;

    public EditorSession(EditorServices services, Access access) {
        this.services = services;
        this.client = "ui-" + UUID.randomUUID();
        this.accessWatch = new AccessWatch(services.accesses(), access);
        this.people = new RoomPresence(services.presence(), access, client);
        this.room = services.rooms().open(access);
        Snapshot snapshot = room.snapshot();
        this.document = new ValueSignal<>(snapshot, (one, other) -> one.revision() == other.revision());
        this.parts = new DocumentParts(snapshot.environment(), services.trees());
        this.seen = snapshot.revision();
        this.mock = new MockWatch(services.listeners(), services.troubles(), access);
        this.shelf = new FileShelf(services.assets(), services.accesses(), access);
        this.undo = new UndoHistory(this, services.histories().undo());
        this.history = new HistoryShelf(services.histories(), this::access);
        this.recordings = new RecordingShelf(services.recordings(), this::access);
        this.news = new NewsWatch(this, services.histories().visits());
        this.submissions = new Submissions(services.unsavedCount(), accessWatch, this::refresh);
    }

    /// Takes part for as long as the component is on the screen.
    public void occupy(Component component) {
        Live.whileAttached(component, this::open);
        Pulse.of(component, people::beat);
    }

    public EnvironmentId environment() {
        return access().environment();
    }

    /// What the person may do, as far as it is known. Any thread may call it.
    public Access access() {
        return accessWatch.access();
    }

    /// The tab's name for itself, unlike any other.
    public String client() {
        return client;
    }

    /// The document as a whole, another one after each change: effects that need only parts of it read [#parts].
    public Signal<Snapshot> document() {
        return document;
    }

    /// The document part by part, for effects.
    public DocumentParts parts() {
        return parts;
    }

    public Signal<Standing> standing() {
        return accessWatch.standing();
    }

    /// What was set here as a whole.
    public Claims claims() {
        return claims;
    }

    /// What the person can take back.
    public UndoHistory undo() {
        return undo;
    }

    /// Which changes of a text belong together.
    public TypingSteps typing() {
        return typing;
    }

    /// What its mock does, and what is wrong with that.
    public MockWatch mock() {
        return mock;
    }

    /// What is in the files that its mock can send.
    public FileShelf shelf() {
        return shelf;
    }

    /// The read-only links to it.
    public LinkShelf links() {
        return services.links();
    }

    /// What happened in it, and the ways back.
    public HistoryShelf history() {
        return history;
    }

    /// What is recorded of what its mock passes on.
    public RecordingShelf recordings() {
        return recordings;
    }

    /// What its mock is asked.
    public TrafficFeed traffic() {
        return services.traffic();
    }

    /// Asks the mock the same once more. Takes its time: not with the lock of the UI.
    ///
    /// @param withoutSecrets whether it may go without the headers that are not known any more
    public Resent sendAgain(Exchange exchange, boolean withoutSecrets) {
        return services.resending().send(access(), exchange, withoutSecrets);
    }

    /// What a response would answer. Takes its time: not with the lock of the UI.
    public Preview preview(Environment document, NodeId response, SampleRequest request) {
        return services.previews().render(access().actor().user(), environment(), document, response, request);
    }

    /// What is new to the person.
    public NewsWatch news() {
        return news;
    }

    /// The document as it is now, for actions; forms read [#document].
    public Snapshot now() {
        return document.peek();
    }

    public Optional<Node> find(NodeId id) {
        return now().environment().find(id);
    }

    /// Who is there, and where this tab is.
    public RoomPresence people() {
        return people;
    }

    /// The revision up to which [#onCommitted] listeners were told.
    public long seen() {
        return seen;
    }

    /// Tells every committed change in order, own ones included.
    public Subscription onCommitted(Consumer<CommittedChange> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /// What was committed after one revision and up to another. May wait for the database: not with the lock of the
    /// UI.
    public List<CommittedChange> between(long after, long until) {
        return until <= after ? List.of() : room.changes(after, Math.toIntExact(until - after));
    }

    /// The newest document of the room. Any thread may call it.
    public Snapshot newest() {
        return room.snapshot();
    }

    /// Whether all that was changed here is saved.
    public Signal<Saving> saving() {
        return submissions.saving();
    }

    /// Submits the edits as one change, after all that was submitted here before. Returns at once.
    ///
    /// @param answered is told what became of it, with the lock of the UI, once it is durable or refused; if the
    ///     page is gone by then, nobody is
    public void submit(List<Edit> edits, Consumer<SubmitResult> answered) {
        typing.end();
        Change change = new Change(client, ++seq, now().revision(), edits);
        submit(access -> submit(change, access, TextPolicy.REBASE), answered);
    }

    /// Like [#submit(List, Consumer)], with what is to be submitted left to the moment when it can be.
    ///
    /// @param attempt runs on another thread, perhaps more than once, with the rights of that moment
    public void submit(Function<Access, SubmitResult> attempt, Consumer<SubmitResult> answered) {
        submissions.submit(attempt, answered);
    }

    /// Submits a change that was made elsewhere, in an attempt of [#submit(Function, Consumer)].
    public SubmitResult submit(Change change, Access access, TextPolicy policy) {
        Receipt receipt = room.submit(change, access, policy);
        return SubmitResult.of(
                receipt, AsWanted.notes(change, receipt, room.snapshot().environment()));
    }

    /// Takes back committed changes of anybody, in order, by a new one.
    public void revert(List<Long> revisions, Consumer<SubmitResult> answered) {
        submit(
                access -> services.histories()
                        .undo()
                        .revert(access, revisions)
                        .map(undone -> UndoWords.result(undone, newest().environment()))
                        .orElseGet(() -> new SubmitResult.Refused("This change can't be taken back.")),
                answered);
    }

    /// What ids are drawn by.
    RandomGenerator chance() {
        return services.chance();
    }

    /// Looks up again, aside, what the person may do.
    public void recheck() {
        accessWatch.recheck();
    }

    private Subscription open(Executor ui) {
        Mailbox<CommittedChange> changes = new Mailbox<>(ui, this::deliver);
        Subscription following = room.subscribe(
                seen,
                all -> all.forEach(changes::post),
                () -> ui.execute(() -> Notices.failed("This page hears nothing of changes any more. Load it again.")));
        Subscription mocking = mock.open(room, access(), ui);
        Subscription presence = people.enter(ui);
        Subscription watching = accessWatch.open(services.rights(), ui);
        Subscription undoing = undo.open(ui);
        Subscription reading = news.open(ui);
        return () -> {
            reading.close();
            undoing.close();
            watching.close();
            following.close();
            mocking.close();
            presence.close();
        };
    }

    /// The document goes first: whoever is told of a change finds it made.
    private void deliver(List<CommittedChange> all) {
        refresh();
        for (CommittedChange committed : all) {
            if (committed.revision() > seen) {
                seen = committed.revision();
                claims.read(committed);
                undo.read(committed);
                news.read(committed);
                readers.forEach(reader -> reader.accept(committed));
            }
        }
    }

    private void refresh() {
        Snapshot latest = room.snapshot();
        if (latest.revision() > document.peek().revision()) {
            document.set(latest);
            parts.set(latest.environment());
        }
    }
}
