package dev.understudy.collab;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Eight clients write into one environment of 1,500 nodes as fast as they get answers, and fifty watch: in turns with
/// a bare relay of WebSocket messages and with the same calls in plain Node on the same PostgreSQL. All who watch must
/// have all changes in the same order. Started by `bench/edits-under-load`.
public final class EditsUnderLoadBench {

    private static final int WRITERS = 8;
    private static final int WATCHERS = 50;
    private static final int ROUTES = 300;
    /// Code that is made fast once is no cost of an edit.
    private static final int WARM_UP_SECONDS = 30;
    private static final int WARM_UP_OF_PEERS_SECONDS = 3;
    /// A stream that was left is noticed with the next sign of life; until then it counts among the 100 of the token.
    private static final Duration UNTIL_STREAMS_ARE_GONE = Duration.ofSeconds(12);
    private static final String FLOOR = "plain Node, group commit";

    private final ServerProcess server;
    private final double seconds;
    private final int rounds;
    /// What is measured, and the nodes whose bodies are set there.
    private final Map<LoadTarget, List<String>> bodies = new LinkedHashMap<>();
    private final Map<LoadTarget, List<LoadRound.Result>> results = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1);

    private EditsUnderLoadBench(ServerProcess server, double seconds, int rounds) {
        this.server = server;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /// Measures, and prints what came of it.
    ///
    /// @param arguments seconds of a round, rounds, and how many changes there are before in the log of one more
    ///        environment; 0 for no such environment
    public static void main(String[] arguments) throws Exception {
        int[] wanted = {6, 3, 0};
        for (int at = 0; at < arguments.length; at++) {
            wanted[at] = Integer.parseInt(arguments[at]);
        }
        ServerProcess server = ServerProcess.asByOperators(Files.createTempDirectory("understudy-load-"));
        server.start();
        try (LoadPeer relay = LoadPeer.start("relay.mjs", Map.of());
                LoadPeer floor = LoadPeer.start("floor.mjs", server.libpqSettings())) {
            EditsUnderLoadBench bench = new EditsUnderLoadBench(server, wanted[0], wanted[1]);
            bench.addOurs("Understudy", 0);
            if (wanted[2] > 0) {
                bench.addOurs("Understudy, %,d changes before".formatted(wanted[2]), wanted[2]);
            }
            bench.addPeer(floor.target(FLOOR, "/floor"));
            bench.addPeer(relay.target("bare relay", ""));
            bench.run();
            bench.report();
        } finally {
            server.stop();
        }
    }

    private void addOurs(String name, int changesBefore) throws IOException {
        String environment = server.call("POST", "/environments?name=Load&teamId=" + server.team(), file())
                .path("id")
                .asString();
        LongLog.fill(server.sql(), environment, changesBefore);
        List<String> responses = new ArrayList<>();
        for (JsonNode route : server.call("GET", "/environments/" + environment + "/document", "")
                .path("routes")) {
            responses.add(route.path("responses").get(0).path("uuid").asString());
        }
        bodies.put(server.target(name, environment), responses);
    }

    /// Peers take any node.
    private void addPeer(LoadTarget peer) {
        bodies.put(peer, bodies.values().iterator().next());
    }

    private void run() throws Exception {
        System.out.println("Server process: " + server.pid());
        for (LoadTarget target : bodies.keySet()) {
            var _ = round(target, target.pid() == server.pid() ? WARM_UP_SECONDS : WARM_UP_OF_PEERS_SECONDS);
        }
        for (int round = 0; round < rounds; round++) {
            for (LoadTarget target : bodies.keySet()) {
                results.computeIfAbsent(target, _ -> new ArrayList<>()).add(round(target, seconds));
            }
        }
    }

    private LoadRound.Result round(LoadTarget target, double howLong) throws Exception {
        LoadRound round = new LoadRound(target, bodies.getOrDefault(target, List.of()), numbers);
        LoadRound.Result result = round.run(WRITERS, WATCHERS, howLong);
        Thread.sleep(UNTIL_STREAMS_ARE_GONE);
        return result;
    }

    private void report() throws IOException {
        System.out.printf(
                "%d writers, %d who watch, %d nodes; medians of %d rounds of %.0f s%n%n",
                WRITERS, WATCHERS, 5 * ROUTES, rounds, seconds);
        System.out.printf("%-40s %8s %12s %8s %8s%n", "", "edits/s", "CPU ms/edit", "p50 ms", "p99 ms");
        for (LoadTarget target : bodies.keySet()) {
            System.out.printf(
                    "%-40s %8.0f %12.2f %8.1f %8.1f%n",
                    target.name(),
                    median(target, LoadRound.Result::perSecond),
                    median(target, LoadRound.Result::cpuMillisPerEdit),
                    median(target, result -> result.delays().millis(50)),
                    median(target, result -> result.delays().millis(99)));
        }
        System.out.printf("%nResident memory of the server: %,d MB%n", server.residentMegabytes());
    }

    private double median(LoadTarget target, ToDoubleFunction<LoadRound.Result> value) {
        double[] all = results.get(target).stream().mapToDouble(value).toArray();
        Arrays.sort(all);
        return all[all.length / 2];
    }

    /// 300 routes with a response with three headers each.
    private static String file() {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("uuid", UUID.randomUUID().toString()).put("lastMigration", 33).put("name", "Load");
        ArrayNode children = file.putArray("rootChildren");
        ArrayNode all = file.putArray("routes");
        for (int at = 0; at < ROUTES; at++) {
            String id = UUID.randomUUID().toString();
            children.addObject().put("type", "route").put("uuid", id);
            ObjectNode response = all.addObject()
                    .put("uuid", id)
                    .put("type", "http")
                    .put("method", "get")
                    .put("endpoint", "things/%d/:id".formatted(at))
                    .putArray("responses")
                    .addObject()
                    .put("uuid", UUID.randomUUID().toString())
                    .put("statusCode", 200)
                    .put("body", "{}")
                    .put("default", true);
            ArrayNode headers = response.putArray("headers");
            for (String name : List.of("Content-Type", "Cache-Control", "X-Thing")) {
                headers.addObject().put("key", name).put("value", "text/plain");
            }
        }
        return file.toString();
    }
}
