package dev.understudy.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Loads a server on this machine for a few seconds.
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private Wrk() {}

    /// Requests a second.
    ///
    /// @throws IllegalStateException if a request was not answered well
    static double rate(Peer peer, Scenario scenario, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c32", "--timeout", "30s", "-d" + seconds + "s"));
        scenario.header().ifPresent(header -> command.addAll(List.of("-H", header)));
        command.add("http://127.0.0.1:" + peer.port() + scenario.target());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher bad = BAD.matcher(said);
        if (bad.find()) {
            throw new IllegalStateException(peer.name() + ", " + scenario.label() + ": " + bad.group());
        }
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("wrk said: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
