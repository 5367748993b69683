package dev.understudy.collab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mock under full load while two clients follow what it is asked, one of them at another process of the same
/// database: how much of its throughput is left, in turns with nobody following; how soon they hear of a request where
/// there is no load; and that memory does not grow. Started by `bench/traffic-followed`; needs wrk.
public final class TrafficFollowedBench {

    private static final int SECONDS = 8;
    private static final int REQUESTS = 50;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess one;
    private final ServerProcess other;
    private String environment = "";
    private String url = "";

    private TrafficFollowedBench(ServerProcess one, ServerProcess other) {
        this.one = one;
        this.other = other;
    }

    /// Measures and tells.
    ///
    /// @param arguments how many rounds, then settings of the servers, like `UNDERSTUDY_SAMPLE=false`
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Map<String, String> settings = new HashMap<>();
        Arrays.stream(arguments).skip(1).forEach(setting -> {
            String[] parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        });
        Path data = Files.createTempDirectory("understudy-traffic-");
        ServerProcess one = new ServerProcess(data.resolve("one"), settings);
        one.start();
        try {
            Map<String, String> shared = new HashMap<>(settings);
            shared.putAll(one.database());
            ServerProcess other = new ServerProcess(data.resolve("other"), shared);
            other.start();
            try {
                new TrafficFollowedBench(one, other).run(rounds);
            } finally {
                other.stop();
            }
        } finally {
            one.stop();
        }
    }

    private void run(int rounds) throws Exception {
        environment = one.call("POST", "/environments?name=Load&teamId=" + one.team(), file())
                .path("id")
                .asString();
        url = one.call("PUT", "/environments/" + environment + "/listener", "{}")
                .path("url")
                .asString();
        delays();
        for (String path : List.of("/thing/7", "/nothing/like/that")) {
            measure(path, rounds);
        }
    }

    private void measure(String path, int rounds) throws IOException, InterruptedException {
        double warm = load(path);
        System.out.printf(Locale.ENGLISH, "%n%s (%,.0f/s while it warmed up)%n", path, warm);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double alone = load(path);
            double followed;
            long told;
            try (TrafficStream here = new TrafficStream(one, environment);
                    TrafficStream there = new TrafficStream(other, environment)) {
                Thread.sleep(1_000);
                followed = load(path);
                told = here.count() + there.count();
            }
            // A stream that was left is noticed with the next sign of life.
            Thread.sleep(12_000);
            ratios.add(followed / alone);
            System.out.printf(
                    Locale.ENGLISH,
                    "  alone %,8.0f/s   followed %,8.0f/s   %.2f   %d told   resident %,d MB%n",
                    alone,
                    followed,
                    followed / alone,
                    told,
                    one.residentMegabytes());
        }
        ratios.sort(null);
        System.out.printf(Locale.ENGLISH, "  median %.2f%n", ratios.get(ratios.size() / 2));
    }

    private void delays() throws IOException, InterruptedException {
        RandomGenerator random = RandomGenerator.getDefault();
        try (TrafficStream here = new TrafficStream(one, environment);
                TrafficStream there = new TrafficStream(other, environment)) {
            Thread.sleep(3_000);
            for (TrafficStream stream : List.of(here, there)) {
                long[] took = new long[REQUESTS];
                for (int at = 0; at < REQUESTS; at++) {
                    long before = stream.count();
                    long start = System.nanoTime();
                    http.send(
                            HttpRequest.newBuilder(URI.create(url + "/thing/" + at))
                                    .build(),
                            BodyHandlers.discarding());
                    while (stream.count() == before) {
                        Thread.sleep(1);
                    }
                    took[at] = System.nanoTime() - start;
                    // Streams pause after what they told.
                    Thread.sleep(300 + random.nextInt(300));
                }
                Arrays.sort(took);
                System.out.printf(
                        Locale.ENGLISH,
                        "told %s: median %.0f ms, p95 %.0f ms%n",
                        stream == here ? "in its process" : "in another process",
                        took[REQUESTS / 2] / 1e6,
                        took[REQUESTS * 95 / 100] / 1e6);
            }
        }
    }

    private double load(String path) throws IOException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c16", "-d" + SECONDS + "s", url + path)
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("wrk said " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String file() {
        return """
                {"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0b01","lastMigration":33,"name":"Load",
                 "rootChildren":[{"type":"route","uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0b02"}],
                 "routes":[{"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0b02","type":"http","method":"get","endpoint":"thing/:id",
                   "responses":[{"uuid":"7c0ef3a3-1f6c-4d8e-9a5e-2f5f3f6f0b03","body":"a thing","statusCode":200,"default":true}]}]}
                """;
    }
}
