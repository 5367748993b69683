package dev.understudy.collab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Edits a mock while it is under full load: no request may fail, no answer may be half old and half new, and each
/// edit shows soon. Started by `bench/mock-while-edited`; needs wrk.
public final class MockWhileEditedBench {

    private static final int EDITS = 200;
    private static final int WATCHERS = 2;
    private static final int LOAD_SECONDS = 40;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong watched = new AtomicLong();
    private final List<String> wrong = new ArrayList<>();
    private URI url;

    private MockWhileEditedBench(ServerProcess server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        ServerProcess server = new ServerProcess(Files.createTempDirectory("understudy-load-"), Map.of());
        server.start();
        try {
            new MockWhileEditedBench(server).run();
        } finally {
            server.stop();
        }
    }

    private void run() throws Exception {
        String team =
                server.call("GET", "/me", "").path("teams").get(0).path("id").asString();
        String environment = server.call("POST", "/environments?name=Load&teamId=" + team, file())
                .path("id")
                .asString();
        JsonNode route = server.call("GET", "/environments/" + environment + "/document", "")
                .path("routes")
                .get(0);
        JsonNode response = route.path("responses").get(0);
        String base = server.call("PUT", "/environments/" + environment + "/listener", "{}")
                .path("url")
                .asString();
        url = URI.create(base + "/thing/7");
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c16", "-d" + LOAD_SECONDS + "s", url.toString())
                .redirectErrorStream(true)
                .start();
        List<Thread> watchers = new ArrayList<>();
        for (int at = 0; at < WATCHERS; at++) {
            watchers.add(Thread.ofPlatform().start(this::watch));
        }
        List<Long> delays = edits(environment, response.path("uuid").asString());
        over.set(true);
        for (Thread watcher : watchers) {
            watcher.join();
        }
        String load = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        report(load, delays);
    }

    /// Status and body change together, so an answer that is half of each would show.
    private List<Long> edits(String environment, String response) throws IOException, InterruptedException {
        List<Long> delays = new ArrayList<>();
        for (int number = 1; number <= EDITS; number++) {
            int status = 200 + number % 4;
            server.call(
                    "POST", "/environments/" + environment + "/edits", """
                    {"client":"load","seq":%d,"base":0,"edits":[
                     {"op":"set","node":"%s","field":"body","value":"%s"},
                     {"op":"set","node":"%s","field":"statusCode","value":%d}]}""".replace("\"base\":0", "\"base\":" + number)
                            .formatted(number, response, number + ":" + status, response, status));
            long committed = System.nanoTime();
            while (!ask().body().equals(number + ":" + status)) {
                Thread.onSpinWait();
            }
            delays.add((System.nanoTime() - committed) / 1_000);
        }
        return delays;
    }

    private void watch() {
        while (!over.get()) {
            HttpResponse<String> answer = ask();
            watched.incrementAndGet();
            String body = answer.body();
            boolean whole = body.endsWith(":" + answer.statusCode());
            if (!whole) {
                synchronized (wrong) {
                    wrong.add(answer.statusCode() + " " + body);
                }
            }
        }
    }

    private HttpResponse<String> ask() {
        try {
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void report(String load, List<Long> delays) {
        List<Long> sorted = delays.stream().sorted().toList();
        System.out.println(load);
        System.out.printf(
                "%d edits; from the acknowledgement to the new answer: median %.1f ms, p95 %.1f ms%n",
                EDITS, sorted.get(EDITS / 2) / 1_000.0, sorted.get(EDITS * 95 / 100) / 1_000.0);
        System.out.printf("%d answers looked at, %d of them wrong %s%n", watched.get(), wrong.size(), wrong);
        if (!wrong.isEmpty() || load.contains("Socket errors") || load.contains("Non-2xx")) {
            throw new IllegalStateException("Requests failed or were answered wrong.");
        }
    }

    private static String file() {
        return """
                {"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0a01","lastMigration":33,"name":"Load","port":3000,
                 "rootChildren":[{"type":"route","uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0a02"}],
                 "routes":[{"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0a02","type":"http","method":"get","endpoint":"thing/:id",
                   "responses":[{"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0a03","body":"0:200","statusCode":200,"default":true}]}]}
                """;
    }
}
