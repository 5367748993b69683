package dev.understudy.collab;

import static dev.understudy.db.Tables.BRANCH;

import dev.understudy.collab.EditLoop.Acknowledged;
import dev.understudy.edit.Replay;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.format.MockoonExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Kills the application again and again while clients edit, and checks after each restart that nothing that was
/// acknowledged is missing. Started by `bench/crash`.
public final class CrashBench {

    private static final int CLIENTS = 3;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 4000;

    private final ServerProcess server;
    private final Random random;
    private String environment;
    private List<EditLoop> clients;

    private CrashBench(ServerProcess server, long seed) {
        this.server = server;
        this.random = new Random(seed);
    }

    /// Takes how often to kill (10 if left out), and a seed.
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path data = Files.createTempDirectory("understudy-crash-");
        System.out.println("kill -9, " + kills + " times, seed " + seed + ", data in " + data);
        new CrashBench(new ServerProcess(data, Map.of()), seed).run(kills);
    }

    private void run(int kills) throws Exception {
        server.start();
        String team =
                server.call("GET", "/me", "").path("teams").get(0).path("id").asString();
        environment = server.call("POST", "/environments?name=Crash&teamId=" + team, "")
                .path("id")
                .asString();
        String root = document().path("uuid").asString();
        clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new EditLoop("crash-" + number, environment, root, new Random(random.nextLong())))
                .toList();
        System.out.println("kill  after ms  acknowledged  repeated  revisions  restart s  checks");
        try {
            for (int kill = 1; kill <= kills; kill++) {
                int millis = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
                editUntilKilled(millis);
                long started = System.nanoTime();
                server.start();
                double seconds = (System.nanoTime() - started) / 1e9;
                for (EditLoop client : clients) {
                    client.step(server);
                }
                long head = check();
                System.out.printf(
                        "%4d  %8d  %12d  %8d  %9d  %9.1f  passed%n",
                        kill, millis, acknowledged().size(), repeated(), head, seconds);
            }
        } finally {
            server.stop();
        }
        System.out.println("Nothing that was acknowledged is missing.");
    }

    private void editUntilKilled(int millis) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.forEach(client -> threads.execute(() -> editUntilSilence(client)));
            Thread.sleep(millis);
            server.kill();
        }
    }

    private void editUntilSilence(EditLoop client) {
        try {
            while (true) {
                client.step(server);
            }
        } catch (IOException killed) {
            // what got no answer is sent again after the restart
        }
    }

    /// @return the newest revision
    private long check() throws Exception {
        long head = server.call("GET", "/environments/" + environment, "")
                .path("revision")
                .asLong();
        List<JsonNode> stream;
        try (ChangeStream changes = server.changes(environment)) {
            stream = changes.until(head);
        }
        var submissions = new HashSet<String>();
        stream.forEach(change -> require(
                submissions.add(change.path("client").asString() + " "
                        + change.path("seq").asLong()),
                "committed twice: " + change));
        for (Acknowledged promise : acknowledged()) {
            if (!promise.outcome().equals("no-effect")) {
                JsonNode change = stream.get(Math.toIntExact(promise.revision() - 1));
                require(
                        change.path("client").asString().equals(promise.client())
                                && change.path("seq").asLong() == promise.seq(),
                        promise + " is missing; there is " + change);
            }
        }
        BranchId branch = new BranchId(server.sql()
                .select(BRANCH.ID)
                .from(BRANCH)
                .where(BRANCH.ENVIRONMENT_ID.eq(UUID.fromString(environment)))
                .fetchSingle()
                .value1());
        Environment replayed = replayed(branch, head);
        require(replayed.equals(NodeStore.load(server.sql(), branch)), "the log does not give the stored nodes");
        require(MockoonExport.toJson(replayed).equals(document()), "the log does not give the document");
        return head;
    }

    private Environment replayed(BranchId branch, long head) throws IOException {
        List<CommittedChange> log = new ChangeStore(server.sql(), branch).after(0, Math.toIntExact(head));
        Environment document = Replay.first(log.getFirst().effects());
        for (CommittedChange change : log.subList(1, log.size())) {
            document = Replay.next(document, change.effects());
        }
        return document;
    }

    private JsonNode document() throws IOException {
        return server.call("GET", "/environments/" + environment + "/document", "");
    }

    private List<Acknowledged> acknowledged() {
        return clients.stream()
                .flatMap(client -> client.acknowledged().stream())
                .toList();
    }

    private int repeated() {
        return clients.stream().mapToInt(EditLoop::repeated).sum();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
