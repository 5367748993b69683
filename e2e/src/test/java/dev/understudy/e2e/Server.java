package dev.understudy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged server as a process of its own, with a port, a data folder and an owner of its own. Any thread may
/// ask it things; starting and ending it is for one thread.
final class Server implements AutoCloseable {

    static final String OWNER_EMAIL = "ana@example.org";
    static final String OWNER_PASSWORD = "a long password for ana";
    static final String OWNER_TOKEN = "us_0123456789abcdef0123456789abcdef";

    /// Below these are those of the other tests, above them those of whoever asks for any.
    private static final int FIRST_PORT = 22_000;

    private static final int PORTS_OF_JVM = 5_000;
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Path JAR = Path.of(System.getProperty("understudy.jar", "../target/understudy.jar"))
            .toAbsolutePath();

    private static final Path OPTIONS = Path.of("../bin/java.options").toAbsolutePath();

    /// What Java has learnt from an earlier start, if anything.
    private static final Path CACHE =
            Path.of(System.getProperty("understudy.cache", "none")).toAbsolutePath();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final Path data;
    private final Path log;
    private final Map<String, String> settings;
    private Process process;

    private Server(int port, Path data, Map<String, String> settings) throws IOException {
        this.port = port;
        this.data = data;
        this.log = data.resolve("server.log");
        this.settings = new HashMap<>(settings);
        this.settings.put("PORT", Integer.toString(port));
        this.settings.put("UNDERSTUDY_DATA", data.toString());
        this.settings.put("UNDERSTUDY_OWNER_EMAIL", OWNER_EMAIL);
        this.settings.put("UNDERSTUDY_OWNER_PASSWORD", OWNER_PASSWORD);
        this.settings.put("UNDERSTUDY_OWNER_TOKEN", OWNER_TOKEN);
        this.settings.putIfAbsent("UNDERSTUDY_LISTENER_PORTS", (port + 1) + "-" + (port + 99));
    }

    /// Starts a server with an empty data folder and these settings besides, and returns when it is healthy.
    static Server fresh(Map<String, String> settings) throws IOException {
        var server = new Server(takePorts(), Files.createTempDirectory("understudy-e2e-"), settings);
        server.start();
        return server;
    }

    /// Starts another process on the database of this one.
    Server another() throws IOException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return fresh(Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/understudy",
                "SPRING_DATASOURCE_USERNAME",
                "understudy",
                "SPRING_DATASOURCE_PASSWORD",
                Files.readString(data.resolve("postgres.password")).strip()));
    }

    /// Starts the process (again) and waits until it is healthy.
    void start() throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing; bin/verify builds it, and so does mvn package");
        }
        var command = new ArrayList<>(List.of(java(), "@" + OPTIONS, "-jar", JAR.toString()));
        if (Files.exists(CACHE)) {
            command.add(1, "-XX:AOTCache=" + CACHE);
        }
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_") || name.startsWith("SPRING_"));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
        awaitHealth();
    }

    String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// What the process has printed since the first start.
    String log() throws IOException {
        return Files.readString(log);
    }

    /// Calls the API as the owner. The path starts with a slash and stands below `/api/v1`.
    HttpResponse<String> call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + OWNER_TOKEN)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /// What the API answers the owner, where the journey goes on only if it does as asked.
    JsonNode answer(String method, String path, String body) {
        var response = call(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response + " " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /// Makes an environment of the owner's team from a file.
    ///
    /// @return its id
    String create(String file) {
        var team = answer("GET", "/me", "").path("teams").get(0).path("id").asString();
        return answer("POST", "/environments?teamId=" + team, file).path("id").asString();
    }

    /// Lets the mock of an environment answer.
    ///
    /// @return its address
    String listen(String environment) {
        return answer("PUT", "/environments/" + environment + "/listener", "{}")
                .path("url")
                .asString();
    }

    HttpResponse<String> get(String path) {
        return ask(url() + path);
    }

    /// Asks any address: that of a mock.
    HttpResponse<String> ask(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    /// Ends the process as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends the process as an operator would.
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitHealth() throws IOException {
        var limit = Instant.now().plus(START_LIMIT);
        while (!isHealthy()) {
            if (Instant.now().isAfter(limit) || hasEndedWithin(100)) {
                stop();
                throw new IllegalStateException("the server did not become healthy:\n" + log());
            }
        }
    }

    private boolean isHealthy() {
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private boolean hasEndedWithin(int millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The first of a hundred ports that no other server of the journeys has, in whichever of Maven's JVMs.
    private static int takePorts() {
        return FIRST_PORT + (PORTS_OF_JVM * (Integer.getInteger("fork", 1) - 1)) + 100 * STARTED.getAndIncrement();
    }
}
