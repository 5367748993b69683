package dev.understudy.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.understudy.Understudy;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Replay;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.format.MockoonExport;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Secrets;
import dev.understudy.team.TestAccess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class BackupIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");
    private static final String TOKEN = "us_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmn";

    /// Of each client before the backup is taken; they go on until it is there.
    private static final int EDITS_BEFORE = 20;

    @TempDir
    private Path temp;

    private static final byte[] MENU = "Espresso".getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final TestDatabase source = TestDatabase.fresh();
    private Path file;

    @BeforeEach
    void name() {
        file = temp.resolve("backup.zip");
    }

    @Test
    @DisplayName(
            "O50 O53 L59 a backup taken while people edit has everything of one moment, and a server goes on from it")
    void roundTrip() throws Exception {
        EnvironmentId environment;
        List<CommittedChange> log = new ArrayList<>();
        try (TestProcess process = TestProcess.on(source, ANA, BEN)) {
            NodeId root = NodeId.parse(UUID.randomUUID().toString()).orElseThrow();
            Node named = Node.root(root).with(Schema.ENVIRONMENT_NAME, "Coffee \\ \t \"ü\" \n🙂");
            Node menu = Node.of(NodeId.random(new Random()), Kind.FILE, root, Slot.FILES, OrderKey.FIRST)
                    .with(Schema.FILE_PATH, new AssetPath("menu.txt"))
                    .with(Schema.FILE_CONTENT, FileContent.of(MENU));
            environment = process.create(ANA, Environment.of(named).with(menu));
            furnish(environment);
            Room room = process.rooms.open(TestProcess.access(environment, ANA));
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch busy = new CountDownLatch(2 * EDITS_BEFORE);
            List<Thread> clients = List.of(
                    edits(room, root, TestProcess.access(environment, ANA), "ana", busy, done),
                    edits(room, root, TestProcess.access(environment, BEN), "ben", busy, done));
            busy.await();
            assertThat(backup(settings(source))).isZero();
            long taken = room.snapshot().revision();
            done.set(true);
            for (Thread client : clients) {
                client.join();
            }
            assertThat(taken).isGreaterThan(2 * EDITS_BEFORE);
            log.addAll(room.changes(0, Integer.MAX_VALUE));
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("backup.zip holds")
                .doesNotContain(source.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        MockEnvironment embedded = embedded(temp.resolve("data"));
        assertThat(run("restore", embedded)).as(said::toString).isZero();

        try (ConfigurableApplicationContext server = server(temp.resolve("data"))) {
            DSLContext restored = server.getBean(DSLContext.class);
            long revision = restored.fetchSingle("select revision from branch").get(0, Long.class);
            assertThat(revision).isBetween(2L * EDITS_BEFORE + 1, (long) log.size());
            assertThat(restored.fetchCount(restored.selectFrom("change"))).isEqualTo((int) revision);
            for (String table : List.of("change", "removed_node")) {
                String where = " where revision <= " + revision;
                assertThat(rows(restored, table, where)).as(table).isEqualTo(rows(source.dsl(), table, where));
            }
            for (String table : List.of("team", "member", "app_user", "access_token", "blob", "link", "rights_head")) {
                assertThat(rows(restored, table, "")).as(table).isEqualTo(rows(source.dsl(), table, ""));
            }
            String path = "/api/v1/environments/" + environment;
            assertThat(get(server, path + "/document")).isEqualTo(MockoonExport.toText(replayed(log, revision)));
            assertThat(get(server, path + "/files/menu.txt")).isEqualTo("Espresso");

            // beside a server with its embedded PostgreSQL
            file = temp.resolve("second.zip");
            assertThat(backup(embedded)).as(said::toString).isZero();
            try (BackupFile second = BackupFile.open(file)) {
                assertThat(second.manifest().tables())
                        .noneMatch(table -> table.name().startsWith("traffic_")
                                || table.name().startsWith("kept_exchange"));
                assertThat(second.manifest().tables())
                        .filteredOn(table -> table.name().equals("change"))
                        .singleElement()
                        .satisfies(table -> assertThat(table.rows()).isEqualTo(revision));
            }
            assertThat(run("restore", embedded)).isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("is using the data folder");
        }
    }

    /// Takes turns to change the name of the environment and to add and remove a node.
    private static Thread edits(
            Room room, NodeId root, Access access, String client, CountDownLatch busy, AtomicBoolean done) {
        return Thread.startVirtualThread(() -> {
            for (int seq = 1; !done.get(); seq++) {
                Edit edit = new Edit.Set(root, "name", client + " \\N\t" + seq);
                room.submit(new Change(client, seq, room.snapshot().revision(), List.of(edit)), access);
                busy.countDown();
            }
        });
    }

    /// A token, a file, a member and a link.
    private void furnish(EnvironmentId environment) {
        DSLContext sql = source.dsl();
        sql.execute(
                "insert into member select {0}, id, 'owner', now() from app_user where id = {1}",
                val(TestProcess.TEAM.value()), val(ANA.user().value()));
        sql.execute(
                "insert into access_token values ({0}, {1}, 'test', {2}, array['environment:read'], now(), now() + interval '1 day', null)",
                val(UUID.randomUUID()), val(ANA.user().value()), val(Secrets.hash(TOKEN)));
        sql.execute(
                "insert into blob (environment_id, hash, size, bytes, stored_by, stored_at, used_at)"
                        + " values ({0}, {1}, {2}, {3}, {4}, now(), now())",
                val(environment.value()),
                val(FileContent.of(MENU).hash()),
                val(MENU.length),
                val(MENU),
                val(ANA.user().value()));
        sql.execute(
                "insert into link (id, branch_id, token_hash, created_by, created_at) select {0}, id, {1}, {2}, now() from branch",
                val(UUID.randomUUID()),
                val(new byte[] {0, '\\', '\n', -1}),
                val(ANA.user().value()));
    }

    private static Environment replayed(List<CommittedChange> log, long revision) {
        Environment document = Replay.first(log.getFirst().effects());
        for (CommittedChange change : log.subList(1, Math.toIntExact(revision))) {
            document = Replay.next(document, change.effects());
        }
        return document;
    }

    private static List<String> rows(DSLContext sql, String table, String where) {
        return sql.fetch("select t::text from %s t%s order by 1".formatted(table, where))
                .getValues(0, String.class);
    }

    private static String get(ConfigurableApplicationContext server, String path) throws Exception {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static ConfigurableApplicationContext server(Path data) {
        return new SpringApplicationBuilder(Understudy.class)
                .run("--server.port=0", "--understudy.data=" + data, "--understudy.sample=false");
    }

    private MockEnvironment embedded(Path data) throws Exception {
        Files.createDirectories(data);
        Files.createSymbolicLink(
                data.resolve("programs"), Path.of("target/postgres-programs").toAbsolutePath());
        return new MockEnvironment().withProperty("understudy.data", data.toString());
    }

    private static MockEnvironment settings(TestDatabase database) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", database.url())
                .withProperty("spring.datasource.username", database.username())
                .withProperty("spring.datasource.password", database.password());
    }

    private int backup(MockEnvironment settings) {
        return run("backup", settings);
    }

    private int run(String command, MockEnvironment settings) {
        return new Commands(settings, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(command, file.toString()));
    }
}
