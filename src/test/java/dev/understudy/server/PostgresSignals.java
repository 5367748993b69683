package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Stops all processes of an embedded PostgreSQL where they are, so that connections stay open and nothing answers, and
/// lets them go on.
public final class PostgresSignals {

    private PostgresSignals() {}

    /// Lets it stand still until [#resume].
    ///
    /// @param data the data folder of the server that it belongs to
    public static void pause(Path data) throws IOException, InterruptedException {
        send("STOP", data);
    }

    /// Lets it go on; nothing happens if it does already.
    public static void resume(Path data) throws IOException, InterruptedException {
        send("CONT", data);
    }

    private static void send(String signal, Path data) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
        Stream.concat(Stream.of(parent), parent.descendants())
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        Process process = new ProcessBuilder(command).start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
