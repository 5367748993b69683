package dev.understudy.collab;

import dev.understudy.edit.Effect;
import dev.understudy.edit.Replay;
import dev.understudy.edit.StoredEditsJson;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A server with an environment of 2,000 routes, whose log is long: how long it takes to open it, to read its
/// activity, and its document in the middle of the log; and the same with a short log in the same run. Started by
/// `bench/long-past`.
public final class LongPastBench {

    private static final int ROUTES = 2_000;
    private static final int TIMES = 5;
    private static final int SHORT = 1_000;

    private final ServerProcess server;

    private LongPastBench(ServerProcess server) {
        this.server = server;
    }

    /// Takes the number of changes, or nothing for 1,000,000.
    public static void main(String[] arguments) throws Exception {
        int changes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        ServerProcess server = ServerProcess.asByOperators(Files.createTempDirectory("understudy-past-"));
        server.start();
        try {
            LongPastBench bench = new LongPastBench(server);
            bench.measure(SHORT);
            bench.measure(changes);
        } finally {
            server.stop();
        }
    }

    private void measure(int changes) throws IOException {
        System.out.printf(Locale.ENGLISH, "%n%,d changes%n", changes);
        String id = server.call("POST", "/environments?name=Past&teamId=" + server.team(), file())
                .path("id")
                .asString();
        fill(server.sql(), id, changes);
        writeMilestones(server.sql(), id);
        String environment = "/environments/" + id;
        String route = server.sql()
                .fetchSingle(
                        "select node_id from node join branch b on b.id = branch_id where environment_id = {0}::uuid"
                                + " and kind = 'route' limit 1",
                        DSL.val(id))
                .get(0, String.class);
        show("open the room (the first read of the document)", environment + "/document", 1);
        show("activity", environment + "/activity", TIMES);
        show("activity of one node", environment + "/activity?node=" + route, TIMES);
        show("activity that nothing passes", environment + "/activity?text=nothing-like-that", TIMES);
        int middle = changes / 2 + Math.min(changes / 4, Milestones.EVERY - 1);
        show("the document in the middle, first", environment + "/document?at=rev:" + middle, 1);
        show("the document in the middle", environment + "/document?at=rev:" + (middle - 1), TIMES);
    }

    private void show(String what, String path, int times) throws IOException {
        long[] took = new long[times];
        for (int at = 0; at < times; at++) {
            long start = System.nanoTime();
            server.call("GET", path, "");
            took[at] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ENGLISH,
                "  %-50s %,9.0f ms   resident %,d MB%n",
                what,
                took[times / 2] / 1e6,
                server.residentMegabytes());
    }

    /// Changes of the documentation of the routes, one after the other.
    private static void fill(DSLContext sql, String environment, int changes) {
        sql.execute("""
                insert into change (branch_id, revision, author_id, client, client_seq, at, outcome, notes, summary, form, edits)
                select c.branch_id, c.revision + number, author_id, 'past', number, at, outcome, notes, 'Documentation', form,
                  jsonb_build_array(jsonb_build_object('op', 'set', 'node', routes[1 + number %% %1$d], 'field', 'documentation',
                    'value', 'v' || number, 'inverse', jsonb_build_array(jsonb_build_object(
                      'op', 'set', 'node', routes[1 + number %% %1$d], 'field', 'documentation', 'value', ''))))
                from change c
                join branch on branch.id = c.branch_id and environment_id = {0}::uuid
                join (select branch_id as of, array_agg(node_id) as routes from node where kind = 'route' group by 1) all_routes
                  on of = c.branch_id
                cross join generate_series(1, {1}) as numbers(number)
                """.formatted(ROUTES), DSL.val(environment), DSL.val(changes));
        sql.execute(
                "update branch set revision = revision + {1} where environment_id = {0}::uuid",
                DSL.val(environment), DSL.val(changes));
        sql.execute("vacuum analyze change");
        sql.execute("vacuum analyze change_node");
    }

    /// The milestones that a server writes as changes come.
    private static void writeMilestones(DSLContext sql, String environment) {
        UUID branch = sql.fetchSingle("select id from branch where environment_id = {0}::uuid", DSL.val(environment))
                .get(0, UUID.class);
        MilestoneStore milestones = new MilestoneStore(sql, new BranchId(branch));
        // Only within a transaction the driver reads a few rows at a time.
        sql.transaction(reading -> {
            Optional<Environment> document = Optional.empty();
            try (Cursor<Record> log = reading.dsl()
                    .resultQuery(
                            "select revision, form, edits::text from change where branch_id = {0} order by revision",
                            DSL.val(branch))
                    .fetchSize(1_000)
                    .fetchLazy()) {
                for (Record row : log) {
                    List<Effect> effects = StoredEditsJson.read(
                                    row.get(1, Integer.class),
                                    JsonMapper.shared().readTree(row.get(2, String.class)))
                            .effects();
                    Environment next =
                            document.map(before -> Replay.next(before, effects)).orElseGet(() -> Replay.first(effects));
                    long revision = row.get(0, Long.class);
                    if (Milestones.isDue(revision)) {
                        milestones.write(new Snapshot(revision, next));
                    }
                    document = Optional.of(next);
                }
            }
        });
    }

    private static String file() {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("uuid", UUID.randomUUID().toString()).put("lastMigration", 33).put("name", "Past");
        ArrayNode children = file.putArray("rootChildren");
        ArrayNode all = file.putArray("routes");
        for (int at = 0; at < ROUTES; at++) {
            String id = UUID.randomUUID().toString();
            children.addObject().put("type", "route").put("uuid", id);
            all.addObject()
                    .put("uuid", id)
                    .put("type", "http")
                    .put("method", "get")
                    .put("endpoint", "things/%d/:id".formatted(at))
                    .putArray("responses")
                    .addObject()
                    .put("uuid", UUID.randomUUID().toString())
                    .put("statusCode", 200)
                    .put("body", "{\"number\": %d, \"text\": \"%s\"}".formatted(at, "words ".repeat(30)))
                    .put("default", true);
        }
        return file.toString();
    }
}
