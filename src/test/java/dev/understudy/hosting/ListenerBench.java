package dev.understudy.hosting;

import dev.understudy.environment.Environment;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.MockState;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures whether 680 routes slow a listener down, and how far it is from a bare Undertow. Started by
/// `bench/listener`; takes about 40 seconds. Uses `wrk` where it is installed, else threads of its own.
public final class ListenerBench {

    private static final int ROUTES = 680;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 2;
    private static final int CONNECTIONS = 32;
    private static final String BODY = "{\"items\":[" + "{\"id\":1,\"name\":\"something\"},".repeat(32) + "{}]}";
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    private record Target(String url, List<Double> rates) {}

    private ListenerBench() {}

    public static void main(String[] arguments) throws Exception {
        WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
        int many = serve(server, manyRoutes());
        int one = serve(
                server,
                new MockFixture()
                        .route("get", "projects/:project/zones/:zone/kind0/:id", BODY)
                        .header("Content-Type", "application/json")
                        .environment());
        Undertow bare = bare();
        bare.start();
        int constant = ((InetSocketAddress) bare.getListenerInfo().getFirst().getAddress()).getPort();

        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("bare Undertow, constant", target(constant, "/"));
        targets.put("1 route", target(one, "/projects/p/zones/z/kind0/7"));
        targets.put("first of " + ROUTES + " routes", target(many, "/projects/p/zones/z/kind0/7"));
        targets.put("last of " + ROUTES + " routes", target(many, "/projects/p/zones/z/kind" + (ROUTES - 1) + "/7"));
        targets.put("404 beside " + ROUTES + " routes", target(many, "/projects/p/zones/z/none/7"));
        boolean wrk = hasWrk();
        targets.values().forEach(target -> rate(target.url(), wrk, 1));
        for (int round = 0; round < ROUNDS; round++) {
            targets.values().forEach(target -> target.rates().add(rate(target.url(), wrk, SECONDS)));
        }
        print(targets, wrk);
        System.exit(0);
    }

    private static void print(Map<String, Target> targets, boolean wrk) {
        List<Double> medians = targets.values().stream()
                .map(target -> target.rates().stream().sorted().toList().get(ROUNDS / 2))
                .toList();
        System.out.printf(
                "%n%d connections, %s, median of %d rounds of %d s%n%n",
                CONNECTIONS, wrk ? "wrk" : "own client", ROUNDS, SECONDS);
        System.out.printf("| %-24s | requests/s | to bare Undertow | to 1 route |%n", "");
        System.out.printf("|%s|-----------:|-----------------:|-----------:|%n", "-".repeat(26));
        int at = 0;
        for (String name : targets.keySet()) {
            double rate = medians.get(at++);
            System.out.printf(
                    "| %-24s | %10.0f | %16.2f | %10.2f |%n", name, rate, rate / medians.get(0), rate / medians.get(1));
        }
    }

    private static Target target(int port, String path) {
        return new Target("http://127.0.0.1:" + port + path, new ArrayList<>());
    }

    private static int serve(WireServer server, Environment environment) throws IOException {
        CompiledMock mock = MockCompiler.compile(environment).mock();
        MockState state = MockFixture.state();
        return server.bind(InetAddress.getLoopbackAddress(), 0, request -> MockFixture.answer(mock, request, state))
                .port();
    }

    private static Environment manyRoutes() {
        MockFixture fixture = new MockFixture();
        for (int i = 0; i < ROUTES; i++) {
            fixture.route("get", "projects/:project/zones/:zone/kind" + i + "/:id", BODY)
                    .header("Content-Type", "application/json");
        }
        return fixture.environment();
    }

    private static Undertow bare() {
        return Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
                    exchange.getResponseSender().send(BODY);
                })
                .build();
    }

    private static boolean hasWrk() throws InterruptedException {
        try {
            return new ProcessBuilder("wrk", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static double rate(String url, boolean wrk, int seconds) {
        try {
            return wrk ? rateByWrk(url, seconds) : rateByThreads(url, seconds);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(url, failure);
        }
    }

    private static double rateByWrk(String url, int seconds) throws IOException {
        Process process = new ProcessBuilder("wrk", "-t2", "-c" + CONNECTIONS, "-d" + seconds + "s", url)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double rateByThreads(String url, int seconds) throws InterruptedException {
        LongAdder answers = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int port = Integer.parseInt(url.replaceAll("http://127.0.0.1:(\\d+)/.*", "$1"));
        String request = "GET " + url.replaceAll("http://[^/]+", "") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire(port)) {
                    while (System.nanoTime() < end) {
                        wire.send(request);
                        wire.response();
                        answers.increment();
                    }
                } catch (IOException failure) {
                    throw new IllegalStateException(url, failure);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return answers.sum() / (double) seconds;
    }
}
