package dev.understudy.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Invariants;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.TestHistory;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Branch;
import dev.understudy.team.Forbidden;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssetsIT {

    private static final AssetPath LOGO = new AssetPath("images/logo.svg");

    private TestDatabase database;
    private TestProcess here;
    private TestProcess there;
    private Actor ana;
    private Actor ben;
    private EnvironmentId environment;
    private Access access;
    private Assets assets;
    private int edits;

    @BeforeEach
    void anEnvironment() {
        database = TestDatabase.fresh();
        ana = TestAccess.actor("ana");
        ben = TestAccess.actor("ben");
        here = TestProcess.on(database, ana, ben);
        there = TestProcess.another(database);
        environment = here.create(ana, Environment.of(Node.root(NodeId.random(new Random(1)))));
        access = TestProcess.access(environment, ana);
        assets = TestAssets.in(here);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("L91 a file is listed and read as it was stored, replaced by another of its path, and removed")
    void life() {
        assertThat(put(LOGO, "one").replaced()).isFalse();
        assertThat(put(LOGO, "number two").replaced()).isTrue();
        assertThat(assets.list(access)).singleElement().satisfies(asset -> {
            assertThat(asset.path()).isEqualTo(LOGO);
            assertThat(asset.content()).isEqualTo(FileContent.of(bytes("number two")));
            assertThat(asset.stored().map(Stored::byName)).hasValue(ana.displayName());
        });
        assertThat(read(LOGO)).hasValue("number two");
        assertThat(assets.remove(access, LOGO)).isTrue();
        assertThat(assets.remove(access, LOGO)).isFalse();
        assertThat(read(LOGO)).isEmpty();
    }

    @Test
    @DisplayName("L95 what is done to files are changes of the document, with author, words and revision")
    void changes() {
        put(LOGO, "one");
        put(LOGO, "two");
        assets.remove(access, LOGO);
        assertThat(room().changes(1, 10))
                .extracting(CommittedChange::summary)
                .containsExactly(
                        "added file images/logo.svg",
                        "Content of file images/logo.svg",
                        "removed file images/logo.svg");
        assertThat(room().changes(1, 10)).allMatch(change -> change.author().equals(ana.user()));
    }

    @Test
    @DisplayName("L95 what was replaced or removed comes back with its content when the change is taken back")
    void takenBack() {
        put(LOGO, "one");
        put(LOGO, "two");
        TestHistory.revert(here.rooms, here.sql, access, revision());
        assertThat(read(LOGO)).hasValue("one");
        assets.remove(access, LOGO);
        TestHistory.revert(here.rooms, here.sql, access, revision());
        assertThat(read(LOGO)).hasValue("one");
        assets.remove(access, LOGO);
        long removal = revision();
        put(LOGO, "three");
        Receipt back = TestHistory.revert(here.rooms, here.sql, access, removal);
        assertThat(back.kind()).isEqualTo(Receipt.Kind.ADJUSTED);
        assertThat(read(LOGO)).hasValue("three");
        assertThat(read(new AssetPath("images/logo (2).svg"))).hasValue("one");
    }

    @Test
    @DisplayName("L95 the same content again makes no change, and without leave a file is not replaced")
    void unchanged() {
        put(LOGO, "one");
        long before = revision();
        assertThat(put(LOGO, "one").replaced()).isTrue();
        assertThat(assets.put(access, LOGO, bytes("two"), false))
                .isInstanceOfSatisfying(
                        Upload.Taken.class,
                        taken -> assertThat(taken.present().content()).isEqualTo(FileContent.of(bytes("one"))));
        assertThat(revision()).isEqualTo(before);
        assertThat(read(LOGO)).hasValue("one");
    }

    @Test
    @DisplayName("L91 a viewer reads files and changes none")
    void viewer() {
        put(LOGO, "one");
        Access viewer = TestProcess.access(environment, ana, Role.VIEWER);
        assertThat(assets.list(viewer)).hasSize(1);
        assertThat(assets.read(viewer, LOGO)).isPresent();
        assertThatThrownBy(() -> assets.put(viewer, LOGO, bytes("two"), true)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> assets.remove(viewer, LOGO)).isInstanceOf(Forbidden.class);
    }

    @Test
    @DisplayName(
            "L91 a duplicate of an environment has its files, and nothing of other environments can be read by hash")
    void duplicate() {
        put(LOGO, "one");
        put(new AssetPath("gone"), "gone");
        assets.remove(access, new AssetPath("gone"));
        EnvironmentId id = here.environments.duplicate(access, room().newest().environment(), "Copy");
        Branch main = here.environments
                .main(TestAccess.ofTeam(TestProcess.TEAM, Role.VIEWER, ana), id)
                .orElseThrow();
        Access copy = TestAccess.of(main, Role.VIEWER, ana);
        assertThat(assets.read(copy, LOGO).map(TestContent::bytes)).hasValue(bytes("one"));
        FileContent gone = FileContent.of(bytes("gone"));
        assertThat(assets.stored(access, List.of(gone))).containsKey(gone);
        assertThat(assets.stored(copy, List.of(gone))).isEmpty();
        assertThat(new AssetFiles(here.sql).read(copy.environment(), gone)).isEmpty();
    }

    @Test
    @DisplayName("L92 a file of more than 10 MiB is refused, and so is one that makes more than 500")
    void limits() {
        assertThat(assets.put(access, LOGO, new byte[Limits.MAX_FILE_BYTES], true))
                .isInstanceOf(Upload.Kept.class);
        assertLimit(assets.put(access, LOGO, new byte[Limits.MAX_FILE_BYTES + 1], true), Limits.MAX_FILE_BYTES);
        List<Edit> adds = new ArrayList<>();
        for (int count = 1; count < Limits.MAX_FILES; count++) {
            adds.add(add("file" + count, FileContent.of(bytes("x"))));
        }
        assertThat(submit(adds).kind()).isEqualTo(Receipt.Kind.COMMITTED);
        assertLimit(assets.put(access, new AssetPath("one-more"), bytes("x"), true), Limits.MAX_FILES);
        assertThat(submit(List.of(add("one-more", FileContent.of(bytes("x"))))).kind())
                .isEqualTo(Receipt.Kind.TOO_LARGE);
        assertThat(assets.put(access, new AssetPath("file1"), bytes("other"), true))
                .isInstanceOf(Upload.Kept.class);
    }

    @Test
    @DisplayName("L92 the files of an environment have up to 100 MiB together, whoever says so")
    void total() {
        byte[] large = new byte[Limits.MAX_FILE_BYTES];
        for (int count = 0; count < Limits.MAX_TOTAL_FILE_BYTES / large.length; count++) {
            assertThat(assets.put(access, new AssetPath("file" + count), large, true))
                    .isInstanceOf(Upload.Kept.class);
        }
        assertLimit(assets.put(access, LOGO, bytes("x"), true), Limits.MAX_TOTAL_FILE_BYTES);
        Receipt raw = submit(List.of(add("raw", FileContent.of(bytes("x")))));
        assertThat(raw.excess().orElseThrow().value()).isEqualTo(Limits.MAX_TOTAL_FILE_BYTES + 1);
        assertThat(database.dsl()
                        .fetchSingle("select count(*), sum(size) from blob")
                        .intoArray())
                .containsExactly(1L, (long) large.length);
    }

    @Test
    @DisplayName("L96 a content that is not there is no file, and one of another size than it has is not either")
    void unknownContent() {
        FileContent none = FileContent.of(bytes("nobody brought it"));
        put(LOGO, "one");
        FileContent lie = new FileContent(FileContent.of(bytes("one")).hash(), 1);
        submit(List.of(add("a", none), add("b", lie)));
        assertThat(read(new AssetPath("a"))).isEmpty();
        assertThat(read(new AssetPath("b"))).isEmpty();
        assertThat(assets.list(access))
                .extracting(Asset::stored)
                .filteredOn(Optional::isEmpty)
                .hasSize(2);
        assertThat(new AssetFiles(here.sql).present(environment, List.of(none, lie)))
                .isEmpty();
        assertThat(assets.put(access, new AssetPath("a"), bytes("nobody brought it"), true))
                .isInstanceOf(Upload.Kept.class);
        assertThat(read(new AssetPath("a"))).hasValue("nobody brought it");
    }

    @Test
    @DisplayName("L93 what one process stored another one has at once")
    void otherProcess() {
        Assets others = TestAssets.in(there);
        put(LOGO, "one");
        assertThat(others.read(access, LOGO).map(TestContent::bytes)).hasValue(bytes("one"));
        assertThat(others.remove(access, LOGO)).isTrue();
        assertThat(read(LOGO)).isEmpty();
    }

    @Test
    @DisplayName(
            "D20 uploads to one new path at once, in two processes, end in one file with the content of one of them")
    void atOnce() throws Exception {
        Access bens = TestProcess.access(environment, ben);
        Assets others = TestAssets.in(there);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                AssetPath path = new AssetPath("file " + round);
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Upload>> uploads = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    boolean mine = thread % 2 == 0;
                    byte[] content = bytes("%d by %d".formatted(round, thread));
                    uploads.add(threads.submit(() -> {
                        start.await();
                        return mine ? assets.put(access, path, content, true) : others.put(bens, path, content, true);
                    }));
                }
                for (Future<Upload> upload : uploads) {
                    assertThat(upload.get()).isInstanceOf(Upload.Kept.class);
                }
                assertThat(assets.list(access)).hasSize(round + 1);
                assertThat(read(path)).get().asString().startsWith(round + " by ");
            }
        }
        Environment document = room().newest().environment();
        assertThat(Invariants.violatedBy(document)).isEmpty();
        assertThat(there.rooms.open(access).newest().environment().nodes())
                .containsExactlyInAnyOrderElementsOf(document.nodes());
    }

    @Test
    @DisplayName("D20 whoever may not replace a file at the same moment gets a path beside it")
    void besideAtOnce() throws Exception {
        Assets others = TestAssets.in(there);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Upload>> uploads = List.of(
                    threads.submit(() -> {
                        start.await();
                        return assets.put(access, LOGO, bytes("one"), false);
                    }),
                    threads.submit(() -> {
                        start.await();
                        return others.put(access, LOGO, bytes("two"), false);
                    }));
            long kept = 0;
            for (Future<Upload> upload : uploads) {
                kept += upload.get() instanceof Upload.Kept(Asset asset, boolean _)
                                && read(asset.path()).isPresent()
                        ? 1
                        : 0;
            }
            assertThat(assets.list(access)).hasSize((int) kept);
            assertThat(kept).isPositive();
        }
    }

    private void assertLimit(Upload upload, long limit) {
        assertThat(upload)
                .isInstanceOfSatisfying(
                        Upload.Refused.class,
                        refused -> assertThat(refused.excess().excess().limit()).isEqualTo(limit));
    }

    private Upload.Kept put(AssetPath path, String content) {
        return (Upload.Kept) assets.put(access, path, bytes(content), true);
    }

    private Optional<String> read(AssetPath path) {
        return assets.read(access, path)
                .map(TestContent::bytes)
                .map(content -> new String(content, StandardCharsets.UTF_8));
    }

    private Room room() {
        return here.rooms.open(access);
    }

    private long revision() {
        return room().newest().revision();
    }

    private Edit add(String path, FileContent content) {
        return new Edit.Add(
                NodeId.random(new Random(path.hashCode())),
                Kind.FILE,
                room().snapshot().environment().root().id(),
                Slot.FILES,
                Optional.empty(),
                Map.of(Schema.FILE_PATH, path, Schema.FILE_CONTENT, content.text()),
                Map.of());
    }

    private Receipt submit(List<Edit> all) {
        return room().submit(new Change("test", ++edits, revision(), all), access);
    }
}
