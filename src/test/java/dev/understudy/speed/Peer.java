package dev.understudy.speed;

import dev.understudy.server.TestPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server under measurement, in a process of its own.
record Peer(String name, int port, Process process) implements AutoCloseable {

    private static final int START_SECONDS = 120;

    /// Runs one of our programs, which prints its port.
    static Peer java(String name, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogging.level.root=warn",
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("port ")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return new Peer(name, Integer.parseInt(line.substring(5)), process);
            }
        }
        throw new IOException(name + " did not start");
    }

    /// Runs a command with `PORT` in it, and waits until it takes connections.
    static Peer command(String name, List<String> command) throws IOException, InterruptedException {
        int port = TestPorts.takeFree();
        Process process = new ProcessBuilder(command.stream()
                        .map(word -> word.equals("PORT") ? Integer.toString(port) : word)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Peer(name, port, process);
            } catch (IOException _) {
                Thread.sleep(200);
            }
        }
        process.destroyForcibly();
        throw new IOException(name + " did not start");
    }

    /// Resident memory, in MiB.
    long mebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
