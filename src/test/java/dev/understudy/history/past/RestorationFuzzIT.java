package dev.understudy.history.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.Snapshot;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.RandomEdits;
import dev.understudy.edit.TakeBack;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.TestHistory;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goes back to how environments were after random changes. A failing seed stays here as one of the fixed ones.
class RestorationFuzzIT {

    private static final int CHANGES = 60;

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private TestProcess process;
    private Access ana;
    private Access ben;
    private int numbers;
    private long first;

    static Stream<Long> seeds() {
        return Stream.concat(Stream.iterate(1L, seed -> seed + 1).limit(8), Stream.of(System.nanoTime()));
    }

    @BeforeEach
    void anEnvironment() {
        process = TestProcess.on(TestDatabase.fresh(), ANA, BEN);
        Environment document = TestHistory.parcels();
        EnvironmentId id = process.create(ANA, document);
        ana = TestProcess.access(id, ANA);
        ben = TestProcess.access(id, BEN);
        // As every document that came in by another way is.
        submit(
                ana,
                document.nodes().stream()
                        .filter(node -> node.kind() == Kind.ROUTE)
                        .map(route -> document.children(route.id(), Slot.RESPONSES)
                                .iterator()
                                .next())
                        .<Edit>map(first -> new Edit.Set(first.id(), Schema.RESPONSE_DEFAULT.key(), true))
                        .toList());
        first = room().snapshot().revision();
    }

    @AfterEach
    void close() {
        process.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("R45 an environment goes back to any revision exactly, by one change that can be taken back")
    void whole(long seed) {
        System.out.println("RestorationFuzzIT seed " + seed);
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        change(edits, CHANGES);
        for (int round = 0; round < 5; round++) {
            Snapshot seen = room().snapshot();
            Snapshot wanted = at(random.nextLong(first, seen.revision() + 1));
            Restored restored = restoration().restore(ana, wanted.environment(), Set.of(), seen);
            assertThat(room().snapshot().environment())
                    .as("as at revision %d", wanted.revision())
                    .isEqualTo(wanted.environment());
            if (restored instanceof Restored.Done(Receipt receipt, List<TakeBack.Left> left)) {
                assertThat(receipt.revision()).isEqualTo(seen.revision() + 1);
                assertThat(left).isEmpty();
                if (random.nextBoolean()) {
                    TestHistory.revert(process.rooms, process.sql, ana, receipt.revision());
                    assertThat(room().snapshot().environment()).isEqualTo(seen.environment());
                }
            }
            change(edits, 5);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("R45 what others changed after the document that one decided by stays, and is told")
    void meanwhile(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        change(edits, CHANGES);
        Snapshot seen = room().snapshot();
        Snapshot wanted = at(random.nextLong(first, seen.revision() + 1));
        submit(ben, edits.change(room().snapshot().environment()));
        submit(
                ben,
                List.of(new Edit.Set(
                        room().snapshot().environment().root().id(), Schema.ENVIRONMENT_PREFIX.key(), "theirs")));
        Environment changed = room().snapshot().environment();
        restoration().restore(ana, wanted.environment(), Set.of(), seen);
        Environment now = room().snapshot().environment();
        assertThat(now.root().get(Schema.ENVIRONMENT_PREFIX)).isEqualTo("theirs");
        // Whatever Ben made different is as he made it, or was never there.
        Differences.between(seen.environment(), changed, _ -> true).forEach(difference -> {
            assertThat(difference.what() == Difference.What.ADDED && !now.contains(difference.node()))
                    .as("%s is still there", difference)
                    .isFalse();
            now.find(difference.node())
                    .ifPresent(node -> difference.values().stream()
                            .filter(value -> difference.what() != Difference.What.REMOVED && !isFollowUp(value))
                            .forEach(value -> value.after()
                                    .ifPresent(after -> assertThat(node.plain(value.field()))
                                            .as("%s of %s", value.field(), node)
                                            .isEqualTo(after))));
        });
    }

    /// Which response is the default one, and references to what is gone, follow from other things.
    private static boolean isFollowUp(Difference.Value value) {
        return value.field().equals(Schema.RESPONSE_DEFAULT)
                || value.field().equals(Schema.RESPONSE_BUCKET)
                || value.field().equals(Schema.INVOCATION_CALLBACK)
                || value.field().equals(Schema.CALLBACK_BUCKET);
    }

    @Test
    @DisplayName("R45 some nodes go back alone, with what is in them and what they have to stand in")
    void someNodes() {
        Environment before = room().snapshot().environment();
        NodeId folder = before.nodes().stream()
                .filter(node -> node.kind() == Kind.FOLDER)
                .findFirst()
                .orElseThrow()
                .id();
        NodeId inside = before.children(folder, Slot.CHILDREN).iterator().next().id();
        submit(ben, List.of(new Edit.Set(before.root().id(), Schema.ENVIRONMENT_NAME.key(), "Other")));
        submit(ben, List.of(new Edit.Remove(folder)));
        Snapshot seen = room().snapshot();
        restoration().restore(ana, before, Set.of(inside), seen);
        Environment now = room().snapshot().environment();
        assertThat(now.subtree(folder)).isEqualTo(before.subtree(folder));
        assertThat(now.root().get(Schema.ENVIRONMENT_NAME)).isEqualTo("Other");
    }

    @Test
    @DisplayName("R44 the revision of a moment is the newest that was there then")
    void moments() {
        change(new RandomEdits(new Random(1)), 20);
        Past past = new Past(process.rooms, process.sql);
        assertThat(past.revisionAt(ana, Instant.EPOCH)).isEmpty();
        assertThat(past.revisionAt(ana, Instant.now().plusSeconds(60)))
                .isEqualTo(OptionalLong.of(room().snapshot().revision()));
        room().changes(0, 100)
                .forEach(change -> assertThat(past.revisionAt(ana, change.at()).orElseThrow())
                        .isGreaterThanOrEqualTo(change.revision()));
        assertThat(past.at(ana, room().snapshot().revision() + 1)).isEmpty();
    }

    private Restoration restoration() {
        return new Restoration(process.rooms);
    }

    private Snapshot at(long revision) {
        return new Past(process.rooms, process.sql).at(ana, revision).orElseThrow();
    }

    private Room room() {
        return process.rooms.open(ana);
    }

    private void change(RandomEdits edits, int times) {
        for (int at = 0; at < times; at++) {
            submit(at % 2 == 0 ? ana : ben, edits.change(room().snapshot().environment()));
        }
    }

    private void submit(Access author, List<Edit> edits) {
        room().submit(new Change("c", ++numbers, room().snapshot().revision(), edits), author);
    }
}
