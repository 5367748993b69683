package dev.understudy.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Replay;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Invariants;
import dev.understudy.history.TestHistory;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Branch;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import dev.understudy.team.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssetMigrationIT {

    private static final UUID ENVIRONMENT = new UUID(0x7000, 2);
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ROOT = "00000000-0000-4000-8000-000000000001";

    private final TestDatabase database = TestDatabase.empty();
    private final DSLContext sql = database.dsl();
    private final Actor ana = TestAccess.actor("ana");

    @Test
    @DisplayName("L95 files that were stored beside the document become nodes of it, in the log as in the head")
    void files() {
        migrate("14");
        person();
        environment(ENVIRONMENT, new UUID(0x7000, 3));
        environment(new UUID(0x7000, 4), new UUID(0x7000, 5));
        for (int number = 0; number < 70; number++) {
            asset("more/%02d.txt".formatted(number), "number " + number);
        }
        asset("a \"quoted\" näme.txt", "the same");
        asset("images/logo.svg", "the same");
        asset("empty", "");
        migrate("latest");

        try (TestProcess here = TestProcess.another(database)) {
            Access access = access(ENVIRONMENT, new UUID(0x7000, 3));
            Assets assets = TestAssets.in(here);
            List<Asset> list = assets.list(access);
            assertThat(list)
                    .hasSize(73)
                    .isSortedAccordingTo((one, other) -> one.path().compareTo(other.path()));
            assertThat(list)
                    .allSatisfy(asset -> assertThat(asset.stored()).hasValue(new Stored(THEN, ana.displayName())));
            assertThat(read(assets, access, "a \"quoted\" näme.txt")).isEqualTo("the same");
            assertThat(read(assets, access, "images/logo.svg")).isEqualTo("the same");
            assertThat(read(assets, access, "empty")).isEmpty();
            assertThat(read(assets, access, "more/69.txt")).isEqualTo("number 69");
            assertThat(sql.fetchCount(DSL.table("blob"))).isEqualTo(72);

            Room room = here.rooms.open(access);
            Environment head = room.snapshot().environment();
            assertThat(Invariants.violatedBy(head)).isEmpty();
            List<CommittedChange> log = room.changes(0, 10);
            assertThat(log).hasSize(2).allMatch(CommittedChange::whole);
            assertThat(log.getLast().author()).isEqualTo(UserId.SERVER);
            assertThat(log.getLast().summary()).isEqualTo("added file a \"quoted\" näme.txt and 72 more");
            Environment replayed = Replay.next(
                    Replay.first(log.getFirst().effects()), log.getLast().effects());
            assertThat(replayed.nodes()).containsExactlyInAnyOrderElementsOf(head.nodes());

            assets.put(access, new AssetPath("images/logo.svg"), "new".getBytes(StandardCharsets.UTF_8), true);
            assets.put(access, new AssetPath("one more"), "new".getBytes(StandardCharsets.UTF_8), true);
            TestHistory.revert(here.rooms, here.sql, access, 3);
            assertThat(read(assets, access, "images/logo.svg")).isEqualTo("the same");
            assertThat(here.rooms
                            .open(access(new UUID(0x7000, 4), new UUID(0x7000, 5)))
                            .snapshot()
                            .revision())
                    .as("of one without files")
                    .isEqualTo(1);
        }
    }

    private Access access(UUID environment, UUID branch) {
        Branch main = new Branch(new BranchId(branch), new EnvironmentId(environment), TestProcess.TEAM);
        return TestAccess.of(main, Role.EDITOR, ana);
    }

    private static String read(Assets assets, Access access, String path) {
        return new String(
                TestContent.bytes(assets.read(access, new AssetPath(path)).orElseThrow()), StandardCharsets.UTF_8);
    }

    private void person() {
        sql.execute(
                "insert into team (id, name, created_at) values ({0}, 'Team', now())",
                DSL.val(TestProcess.TEAM.value()));
        sql.execute(
                "insert into app_user (id, email, display_name, password_hash, created_at) values ({0}, {1}, {2}, '', now())",
                DSL.val(ana.user().value()), DSL.val(ana.email()), DSL.val(ana.displayName()));
    }

    private void environment(UUID environment, UUID branch) {
        sql.execute(
                "insert into environment (id, team_id, name, created_by, created_at) values ({0}, {1}, 'Orders', {2}, now())",
                DSL.val(environment), DSL.val(TestProcess.TEAM.value()), DSL.val(UserId.SERVER.value()));
        sql.execute(
                "insert into branch (id, environment_id, name, revision) values ({0}, {1}, 'main', 1)",
                DSL.val(branch), DSL.val(environment));
        sql.execute(
                "insert into node (branch_id, node_id, kind, position, fields) values ({0}, {1}, 'environment', 'a0', '{\"name\":\"Orders\"}')",
                DSL.val(branch), DSL.val(ROOT));
        sql.execute(
                "insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, edits)"
                        + " values ({0}, 1, {1}, '', 1, now(), 'COMMITTED', '[]', 'created the environment', {2}::jsonb)",
                DSL.val(branch), DSL.val(UserId.SERVER.value()), DSL.val("""
                [{"op": "add", "node": "%s", "kind": "environment", "order": "a0", "fields": {"name": "Orders"}}]
                """.formatted(ROOT)));
    }

    private void asset(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        sql.execute(
                "insert into asset (environment_id, path, size, bytes, uploaded_by, uploaded_at)"
                        + " values ({0}, {1}, {2}, {3}, {4}, {5}::timestamptz)",
                DSL.val(ENVIRONMENT),
                DSL.val(path),
                DSL.val(bytes.length),
                DSL.val(bytes),
                DSL.val(ana.user().value()),
                DSL.val(THEN.toString()));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
