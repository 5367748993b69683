package dev.understudy.collab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Two application processes on one PostgreSQL: what is submitted to one comes to the other in order, also when one of
/// them stands still for a while, and what is submitted to both at once becomes one document. Started by
/// `bench/two-processes`.
public final class TwoProcessesBench {

    private static final int EDITS = 200;
    private static final int EDITS_WHILE_PAUSED = 50;
    private static final int PAUSE_MILLIS = 5000;

    private final ServerProcess one;
    private final ServerProcess other;
    private final Random random;
    private String environment;
    private String root;
    private int loops;

    private TwoProcessesBench(ServerProcess one, ServerProcess other, long seed) {
        this.one = one;
        this.other = other;
        this.random = new Random(seed);
    }

    /// Takes a seed, or nothing.
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
        Path data = Files.createTempDirectory("understudy-two-");
        System.out.println("two processes, seed " + seed + ", data in " + data);
        ServerProcess one = new ServerProcess(data.resolve("one"), Map.of());
        one.start();
        try {
            ServerProcess other = new ServerProcess(data.resolve("other"), one.database());
            other.start();
            try {
                new TwoProcessesBench(one, other, seed).run();
            } finally {
                other.stop();
            }
        } finally {
            one.stop();
        }
    }

    private void run() throws Exception {
        String team = one.call("GET", "/me", "").path("teams").get(0).path("id").asString();
        environment = one.call("POST", "/environments?name=Two&teamId=" + team, "")
                .path("id")
                .asString();
        root = document(one).path("uuid").asString();
        try (ChangeStream ofOne = one.changes(environment);
                ChangeStream ofOther = other.changes(environment)) {
            latency(one, ofOther);
            latency(other, ofOne);
            pause(other, one, ofOther);
            pause(one, other, ofOne);
            both();
            long head = revision(one);
            List<JsonNode> first = ofOne.until(head);
            if (!first.equals(ofOther.until(head))) {
                throw new IllegalStateException("The streams of the processes differ.");
            }
            if (!document(one).equals(document(other))) {
                throw new IllegalStateException("The documents of the processes differ.");
            }
            System.out.println(head + " revisions without a gap, the same in both; both documents are equal.");
        }
    }

    private void latency(ServerProcess to, ChangeStream elsewhere) throws Exception {
        EditLoop loop = loop();
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < EDITS; number++) {
            long sent = System.nanoTime();
            var known = loop.step(to);
            if (!known.outcome().equals("no-effect")) {
                elsewhere.until(known.revision());
                millis.add((elsewhere.arrival(known.revision()) - sent) / 1e6);
            }
        }
        millis.sort(null);
        System.out.printf(
                "%d edits to process %s came to the other in order: median %.1f ms, p95 %.1f ms after they were sent%n",
                millis.size(),
                to == one ? "one" : "two",
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 95 / 100));
    }

    private void pause(ServerProcess still, ServerProcess working, ChangeStream ofStill) throws Exception {
        EditLoop loop = loop();
        still.pause();
        long began = System.nanoTime();
        for (int number = 0; number < EDITS_WHILE_PAUSED; number++) {
            loop.step(working);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Thread.sleep(PAUSE_MILLIS);
        still.resume();
        long resumed = System.nanoTime();
        long head = revision(working);
        ofStill.until(head);
        System.out.printf(
                "process %s stood still: the other took %d edits in %.1f s; %.0f ms after going on it had all of them%n",
                still == one ? "one" : "two", EDITS_WHILE_PAUSED, seconds, (System.nanoTime() - resumed) / 1e6);
    }

    private void both() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerProcess to : List.of(one, other, one, other)) {
                EditLoop loop = loop();
                running.add(threads.submit(() -> {
                    for (int number = 0; number < EDITS; number++) {
                        loop.step(to);
                    }
                    return null;
                }));
            }
        }
        for (Future<?> done : running) {
            done.get();
        }
        System.out.printf(
                "4 clients at both at once: %d edits in %.1f s%n",
                running.size() * EDITS, (System.nanoTime() - began) / 1e9);
    }

    private EditLoop loop() {
        return new EditLoop("two-" + ++loops, environment, root, new Random(random.nextLong()));
    }

    private long revision(ServerProcess server) throws IOException {
        return server.call("GET", "/environments/" + environment, "")
                .path("revision")
                .asLong();
    }

    private JsonNode document(ServerProcess server) throws IOException {
        return server.call("GET", "/environments/" + environment + "/document", "");
    }
}
