package dev.understudy.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One folder of PostgreSQL data with the programs that serve it. Whoever calls holds the [DataLock] of the folder
/// around it.
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private final Path folder;
    private final Path programs;
    private final PostgresUser user;

    PostgresCluster(Path folder, Path programs) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.user = PostgresUser.forCluster(folder);
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /// Makes an empty cluster that lets in the superuser with this password and nobody else. Either all of it comes
    /// into being or nothing.
    void create(String password) throws IOException {
        var half = folder.resolveSibling(folder.getFileName() + ".new");
        FileTrees.delete(half);
        Files.createDirectory(half);
        user.own(half);
        var passwordFile = Files.createTempFile("understudy", ".secret");
        try {
            Files.writeString(passwordFile, password + "\n");
            user.own(passwordFile);
            var made = run(
                    "initdb",
                    List.of(
                            "--pgdata=" + half,
                            "--username=" + PostgresRoles.SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            if (!made.succeeded()) {
                throw failed("The database folder %s could not be made.".formatted(folder), made.output());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(half, folder);
    }

    /// Refuses data of another major version of PostgreSQL.
    void checkVersion() throws IOException {
        var written = Files.readString(folder.resolve("PG_VERSION")).strip();
        var program = run("postgres", List.of("--version")).output();
        if (!program.contains(" " + written + ".")) {
            throw new CannotStart(
                    "The data in %s was written by PostgreSQL %s, but this Understudy brings %s."
                            .formatted(folder, written, program.replaceAll(".*?(\\d+)\\..*", "PostgreSQL $1")),
                    "Save it with pg_dumpall while the Understudy that wrote it is running, move the folder aside, start this"
                            + " one, and load what you saved with psql.");
        }
    }

    /// Starts the server on a free port of the loopback address and returns the port.
    int start(Map<String, String> settings) throws IOException {
        var port = freePort();
        var log = folder.resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("server.previous.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        var options = Stream.concat(
                        Stream.of("-p " + port, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=''"),
                        settings.entrySet().stream().map(entry -> "-c " + entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining(" "));
        var started = run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + folder,
                        "--wait",
                        "--timeout=100",
                        "--log=" + log,
                        "--options=" + options));
        if (!started.succeeded()) {
            var reason = Files.exists(log) ? Files.readString(log) : started.output();
            throw failed("The PostgreSQL in %s did not start.".formatted(folder), reason);
        }
        return port;
    }

    /// Stops the server after the statements that are under way; at once if that takes too long, which costs only
    /// recovery time.
    void stop() throws IOException {
        if (!stop("fast", 20).succeeded()) {
            stop("immediate", 10);
        }
    }

    /// Ends a server that an earlier process left behind when it was killed, and clears the traces of one that is gone.
    void stopOrphan() throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).getFirst().strip();
        var orphan = ProcessHandle.of(Long.parseLong(pid)).filter(this::servesThisFolder);
        if (orphan.isPresent()) {
            LOG.info(
                    "An earlier Understudy ended without stopping its PostgreSQL (process {}); stopping it first", pid);
            stop();
        } else {
            // The number may meanwhile belong to another process, which PostgreSQL would take for itself.
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .map(line -> line.contains(folder.toString()))
                        .orElse(true);
    }

    private Command stop(String mode, int seconds) throws IOException {
        return run("pg_ctl", List.of("stop", "--pgdata=" + folder, "--wait", "--mode=" + mode, "--timeout=" + seconds));
    }

    private Command run(String program, List<String> arguments) throws IOException {
        return Command.run(
                user.prefix(),
                Stream.concat(Stream.of(programs.resolve("bin").resolve(program).toString()), arguments.stream())
                        .toList());
    }

    private static CannotStart failed(String sentence, String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        var last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        return new CannotStart(
                sentence + " It said:\n    " + String.join("\n    ", last),
                "If this does not tell what to do, set SPRING_DATASOURCE_URL to a PostgreSQL of yours.");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
