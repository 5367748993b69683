package dev.understudy.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Our listener, Mockoon, WireMock and a bare Undertow under the same load in turn, several rounds, medians.
final class EngineBench {

    private static final int SECONDS = 4;
    private static final int WARM_UP_SECONDS = 4;

    private final List<Peer> peers;
    private final Map<Peer, Map<Scenario, List<Double>>> rates = new LinkedHashMap<>();

    private EngineBench(List<Peer> peers) {
        this.peers = peers;
        peers.forEach(peer -> rates.put(peer, new EnumMap<>(Scenario.class)));
    }

    /// Measures. The arguments: the script of Mockoon's CLI, the jar of WireMock, and how many rounds.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("speed");
        Path mock = Files.writeString(folder.resolve("speed.json"), MockFile.text());
        Files.createDirectories(folder.resolve("mappings"));
        Files.writeString(folder.resolve("mappings").resolve("stubs.json"), Stubs.text());
        try (Peer bare = Peer.java("bare Undertow", Bare.class);
                Peer ours = Peer.java("ours", Ours.class, mock.toString());
                Peer wireMock = Peer.command(
                        "WireMock",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                arguments[1],
                                "--port",
                                "PORT",
                                "--no-request-journal",
                                "--disable-banner",
                                "--async-response-enabled=false",
                                "--root-dir",
                                folder.toString()));
                Peer mockoon = Peer.command(
                        "Mockoon",
                        List.of(
                                "node",
                                arguments[0],
                                "start",
                                "--data",
                                mock.toString(),
                                "--port",
                                "PORT",
                                "--disable-log-to-file",
                                "--disable-admin-api",
                                "--max-transaction-logs",
                                "0"))) {
            EngineBench bench = new EngineBench(List.of(bare, ours, wireMock, mockoon));
            bench.measure(Integer.parseInt(arguments[2]));
            bench.print(bare, ours);
            for (Peer peer : bench.peers) {
                System.out.printf("%-14s %5d MiB after the load%n", peer.name(), peer.mebibytes());
            }
        }
        System.exit(0);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            for (Scenario scenario : Scenario.values()) {
                for (Peer peer : peers) {
                    if (suits(peer, scenario)) {
                        int seconds = round == 0 ? WARM_UP_SECONDS : SECONDS;
                        double rate = scenario.isSocket()
                                ? SocketLoad.rate(peer, scenario.target(), seconds)
                                : Wrk.rate(peer, scenario, seconds);
                        if (round > 0) {
                            rates.get(peer)
                                    .computeIfAbsent(scenario, _ -> new ArrayList<>())
                                    .add(rate);
                        }
                    }
                }
            }
        }
    }

    private static boolean suits(Peer peer, Scenario scenario) {
        return switch (peer.name()) {
            case "bare Undertow" -> scenario.suitsBare();
            case "WireMock" -> scenario.suitsWireMock();
            default -> true;
        };
    }

    private void print(Peer bare, Peer ours) {
        System.out.printf(
                "%-40s %10s %10s %10s %10s   %s%n",
                "requests a second", "bare", "ours", "WireMock", "Mockoon", "ours against each");
        for (Scenario scenario : Scenario.values()) {
            double limit = median(bare, scenario.limit());
            double mine = median(ours, scenario);
            double wireMock = median(peers.get(2), scenario);
            double mockoon = median(peers.get(3), scenario);
            System.out.printf(
                    "%-40s %10.0f %10.0f %10.0f %10.0f   %.2f of bare, %.1f x WireMock, %.1f x Mockoon%s%n",
                    scenario.label(),
                    limit,
                    mine,
                    wireMock,
                    mockoon,
                    mine / limit,
                    mine / wireMock,
                    mine / mockoon,
                    scenario.missed(mine / limit, mine / wireMock, mine / mockoon));
        }
    }

    private double median(Peer peer, Scenario scenario) {
        List<Double> sorted = rates.get(peer).getOrDefault(scenario, List.of()).stream()
                .sorted()
                .toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
