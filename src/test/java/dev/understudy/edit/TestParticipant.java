package dev.understudy.edit;

import dev.understudy.environment.Environment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Somebody in a [TestRoom] behind a bad line: messages in both directions are late, lost, doubled and out of
/// order. It holds a replica that only ever grows by the next revision of the log, and has one change at a time
/// on its way, which it sends again until it is answered.
final class TestParticipant {

    private final String name;
    private final TestRoom room;
    private final RandomGenerator random;
    private final RandomEdits edits;
    private final Deque<Change> outgoing = new ArrayDeque<>();
    private final List<TestRoom.Commit> incoming = new ArrayList<>();
    private Environment replica;
    private long revision;
    private long seq;
    private @Nullable Change unanswered;

    TestParticipant(String name, TestRoom room, RandomGenerator random) {
        this.name = name;
        this.room = room;
        this.random = random;
        this.edits = new RandomEdits(random);
        this.replica = room.head();
        this.revision = room.revision();
    }

    Environment replica() {
        return replica;
    }

    /// Makes a change on what it sees, if the last one was answered, else perhaps sends that one again.
    void edit() {
        if (unanswered == null) {
            unanswered = new Change(name, ++seq, revision, edits.change(replica));
        }
        send(unanswered);
    }

    private void send(Change change) {
        int copies = random.nextInt(5) == 0 ? 0 : random.nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (random.nextBoolean()) {
                outgoing.addLast(change);
            } else {
                outgoing.addFirst(change);
            }
        }
    }

    /// Lets one message of this participant reach the room.
    Optional<TestRoom.Answer> deliver() {
        Change change = outgoing.pollFirst();
        if (change == null) {
            return Optional.empty();
        }
        TestRoom.Answer answer = room.submit(change);
        boolean answerLost = random.nextInt(5) == 0;
        if (!answerLost && change.equals(unanswered)) {
            unanswered = null;
        }
        return Optional.of(answer);
    }

    /// The room tells of a commit; the message may get lost or come twice.
    void tell(TestRoom.Commit commit) {
        int copies = random.nextInt(6) == 0 ? 0 : random.nextInt(6) == 0 ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            incoming.add(random.nextInt(incoming.size() + 1), commit);
        }
    }

    /// Reads one message from the room: takes it if it is the next revision, forgets it if it is known, and asks
    /// for what is missing if there is a gap.
    void read() {
        if (incoming.isEmpty()) {
            return;
        }
        TestRoom.Commit commit = incoming.removeFirst();
        if (commit.revision() > revision + 1) {
            catchUp();
        } else if (commit.revision() == revision + 1) {
            take(commit);
        }
    }

    void catchUp() {
        List.copyOf(room.since(revision)).forEach(this::take);
    }

    /// Everything that is still on its way arrives.
    void settle() {
        while (unanswered != null) {
            outgoing.addLast(unanswered);
            deliver();
        }
        while (!outgoing.isEmpty()) {
            deliver();
        }
    }

    private void take(TestRoom.Commit commit) {
        List<Effect> stored =
                StoredEditsJson.read(1, EditJson.writeLog(commit.effects())).effects();
        replica = Replay.next(replica, stored);
        revision = commit.revision();
    }
}
