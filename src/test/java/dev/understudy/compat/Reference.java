package dev.understudy.compat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// The reference, running: one process that serves several environment files.
final class Reference implements AutoCloseable {

    /// The version that counts.
    static final String VERSION = "9.9.0";

    private static final int START_SECONDS = 30;

    private static final int POLL_MILLIS = 200;

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Set<Integer> serving = new HashSet<>();

    private Reference(Process process) {
        this.process = process;
    }

    /// Where the reference is installed; it is brought from the npm registry if it is not there.
    static Path install() throws IOException, InterruptedException {
        Path home = Path.of(".tools", "mockoon-cli-" + VERSION);
        Path script = home.resolve("node_modules/@mockoon/cli/bin/run.js");
        if (!Files.exists(script)) {
            Files.createDirectories(home);
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            home.toAbsolutePath().toString(),
                            "@mockoon/cli@" + VERSION)
                    .inheritIO()
                    .start();
            if (npm.waitFor() != 0) {
                throw new IOException("npm could not install @mockoon/cli " + VERSION);
            }
        }
        return script;
    }

    /// Serves files on ports, the first on the first, and waits until they answer.
    ///
    /// @param secure whether files may make it speak TLS
    static Reference start(Path script, List<Path> files, List<Integer> ports, boolean secure)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script.toString(), "start"));
        command.addAll(List.of("--disable-log-to-file", "--repair", "--admin-api-token", "compat"));
        if (!secure) {
            command.add("--disable-tls");
        }
        for (int at = 0; at < files.size(); at++) {
            command.addAll(List.of(
                    "--data", files.get(at).toString(), "--port", ports.get(at).toString()));
            command.addAll(List.of("--hostname", "127.0.0.1"));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MOCKOON_COMPAT", "a value of the operator");
        builder.environment().put("TZ", "UTC");
        Reference reference = new Reference(builder.start());
        reference.awaitStart(ports);
        return reference;
    }

    /// Whether it serves a port; it refuses some files without a word.
    boolean serves(int port) {
        return serving.contains(port);
    }

    private void awaitStart(List<Integer> ports) throws IOException, InterruptedException {
        BufferedReader lines = process.inputReader();
        // what nobody reads would stop it in the end
        Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (serving.size() < ports.size() && System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("The reference ended: " + said);
            }
            ports.stream()
                    .filter(port -> !serving.contains(port) && accepts(port))
                    .forEach(serving::add);
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean accepts(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
