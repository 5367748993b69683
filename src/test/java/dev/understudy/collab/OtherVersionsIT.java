package dev.understudy.collab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.TestHistory;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A process of a later version, which knows more fields, edits and kinds, is played by what it would write.
class OtherVersionsIT {

    private static final Actor ANA = TestAccess.actor("Ana");

    private static TestDatabase database;
    private static TestProcess process;

    private final AtomicLong seq = new AtomicLong();
    private NodeId route;
    private NodeId response;
    private NodeId second;
    private Access ana;
    private Room room;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA);
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @BeforeEach
    void create() {
        route = id();
        response = id();
        second = id();
        Node root = Node.root(id());
        EnvironmentId environment = process.create(
                ANA,
                Environment.of(root)
                        .with(Node.of(route, Kind.ROUTE, root.id(), Slot.CHILDREN, OrderKey.FIRST))
                        .with(Node.of(response, Kind.RESPONSE, route, Slot.RESPONSES, OrderKey.FIRST)
                                .with(Schema.RESPONSE_DEFAULT, true))
                        .with(Node.of(second, Kind.RESPONSE, route, Slot.RESPONSES, new OrderKey("a1"))));
        ana = TestProcess.access(environment, ANA);
        room = process.rooms.open(ana);
    }

    @Test
    @DisplayName("R18 D16 a field of a later version is kept through edits, removal and undo of this one")
    void unknownField() {
        later("""
                [{"op":"set","node":"%1$s","field":"ofTomorrow","value":"x","inverse":[]},
                 {"op":"set","node":"%1$s","field":"statusCode","value":"4xx","inverse":[]}]
                """.formatted(second), """
                update node set fields = fields || '{"ofTomorrow":"x","statusCode":"4xx"}' where node_id = '%s'
                """.formatted(second));
        room.catchUp();
        assertThat(room.snapshot().environment().get(second).extras())
                .containsEntry("ofTomorrow", "\"x\"")
                .containsEntry("statusCode", "\"4xx\"");
        submit(new Edit.Set(second, "label", "seen by an older one"));
        assertThat(stored(second, "ofTomorrow")).isEqualTo("x");
        assertThat(stored(second, "statusCode")).isEqualTo("4xx");

        long removal = submit(new Edit.Remove(second));
        assertThat(TestHistory.revert(process.rooms, process.sql, ana, removal)
                        .kind()
                        .isAccepted())
                .isTrue();
        assertThat(stored(second, "ofTomorrow")).isEqualTo("x");
        assertThat(stored(second, "statusCode")).isEqualTo("4xx");

        submit(new Edit.Set(second, "statusCode", 404));
        submit(new Edit.Set(second, "statusCode", 200));
        assertThat(stored(second, "statusCode")).isEqualTo("200");
        assertThat(read()).isEqualTo(room.snapshot().environment());
    }

    @Test
    @DisplayName("R18 an edit of a later version is followed by the stored document, without a gap in the stream")
    void unknownEdit() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        NodeId webhook = id();
        try (var _ = room.subscribe(1, all -> all.forEach(change -> seen.add(change.revision())), () -> {})) {
            long revision = later("""
                    [{"op":"link","from":"%1$s","to":"%2$s","inverse":[{"op":"unlink"}]},
                     {"op":"add","node":"%3$s","kind":"webhook","parent":"%1$s","order":"a0","fields":{}},
                     {"op":"set","node":"%1$s","field":"label","value":{"en":"a"},"inverse":[]},
                     {"op":"set","node":"%1$s","field":"body","value":"by a later one","inverse":[]}]
                    """.formatted(response, second, webhook), """
                    update node set fields = fields || '{"label":{"en":"a"},"body":"by a later one"}'
                      where node_id = '%1$s';
                    insert into node (branch_id, node_id, kind, parent_id, list, position, fields, form)
                      select branch_id, '%2$s', 'webhook', '%1$s', null, 'a0', '{}', 2 from node where node_id = '%1$s';
                    insert into node (branch_id, node_id, kind, parent_id, list, position, fields, form)
                      select branch_id, '%3$s', 'header', '%2$s', null, 'a0', '{}', 2 from node where node_id = '%1$s'
                    """.formatted(response, webhook, id()));
            room.catchUp();
            assertThat(room.snapshot().revision()).isEqualTo(revision);
            assertThat(room.snapshot().environment().get(response).get(Schema.RESPONSE_BODY))
                    .isEqualTo("by a later one");
            assertThat(room.snapshot().environment().size()).isEqualTo(4);
            assertThatThrownBy(() -> TestHistory.revert(process.rooms, process.sql, ana, revision))
                    .isInstanceOf(IllegalStateException.class);

            long after = submit(new Edit.Set(response, "statusCode", 418));
            await().until(() -> seen.contains(after));
            assertThat(seen).containsExactly(revision, after);
            assertThat(stored(webhook, "x")).isNull();
            assertThat(stored(response, "label")).isEqualTo("{\"en\": \"a\"}");
            assertThat(read()).isEqualTo(room.snapshot().environment());
        }
    }

    @Test
    @DisplayName("R18 a change that does not fit the document is followed by the stored one")
    void unfit() {
        long revision = later("""
                [{"op":"splice","node":"%1$s","field":"body","changes":[900,[0,"x"]],"inverse":[]},
                 {"op":"remove","node":"%2$s","inverse":[]}]
                """.formatted(response, id()), "update node set fields = fields where false");
        room.catchUp();
        assertThat(room.snapshot().revision()).isEqualTo(revision);
        assertThat(room.snapshot().environment()).isEqualTo(read());
    }

    /// What a process that starts now finds.
    private Environment read() {
        return NodeStore.load(database.dsl(), room.branch());
    }

    private String stored(NodeId node, String key) {
        return database.dsl().fetchOne("""
                        select coalesce(fields->>'%1$s', (extras->>'%1$s')::jsonb #>> '{}') from node where node_id = '%2$s'
                        """.formatted(key, node)).get(0, String.class);
    }

    private long later(String edits, String statements) {
        long revision = room.snapshot().revision() + 1;
        database.dsl().transaction(transaction -> {
            transaction.dsl().execute("""
                    insert into change
                      (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, edits, form)
                    values ('%s', %d, '%s', 'later', %d, now(), 'COMMITTED', '[]', 'did what is new', '%s', 2)
                    """.formatted(
                            room.branch().value(), revision, ANA.user().value(), seq.incrementAndGet(), edits));
            transaction.dsl().execute(statements);
            transaction
                    .dsl()
                    .execute("update branch set revision = revision + 1 where id = '%s'"
                            .formatted(room.branch().value()));
        });
        return revision;
    }

    private long submit(Edit edit) {
        Change change = new Change("ana", seq.incrementAndGet(), room.snapshot().revision(), List.of(edit));
        Receipt receipt = room.submit(change, ana);
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.COMMITTED);
        return receipt.revision();
    }

    private static NodeId id() {
        return new NodeId(UUID.randomUUID().toString());
    }
}
