package dev.understudy.collab;

import dev.understudy.server.TestPorts;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged application as a process of its own, for what is measured from outside. Any thread may call its API;
/// starting, pausing and ending it is for one.
public final class ServerProcess {

    private static final String TOKEN = "us_0123456789abcdef0123456789abcdef";
    private static final Path JAR = Path.of("target", "understudy.jar").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port = TestPorts.takeFree();
    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private List<String> command =
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
    private Process process;

    /// @param data its folder; kept when the process ends
    public ServerProcess(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        int listeners = 20_000 + port % 100 * 100;
        this.settings.putAll(Map.of(
                "PORT",
                Integer.toString(port),
                "UNDERSTUDY_DATA",
                data.toString(),
                "UNDERSTUDY_LISTENER_PORTS",
                listeners + "-" + (listeners + 99),
                "UNDERSTUDY_SAMPLE",
                "false",
                "UNDERSTUDY_OWNER_EMAIL",
                "ana@example.org",
                "UNDERSTUDY_OWNER_PASSWORD",
                "a long password for ana",
                "UNDERSTUDY_OWNER_TOKEN",
                TOKEN));
        this.settings.putAll(settings);
    }

    /// One that is started as operators start it, with the same settings of Java.
    ///
    /// @param data its folder; kept when the process ends
    static ServerProcess asByOperators(Path data) throws IOException {
        ServerProcess server = new ServerProcess(data, Map.of());
        server.command = List.of("bin/run");
        return server;
    }

    /// Returns when it is healthy.
    public void start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("UNDERSTUDY_") || name.startsWith("SPRING_"));
        builder.environment().putAll(settings);
        Path log = data.resolve("server.log");
        Files.createDirectories(data);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() > limit || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server did not become healthy, see " + log);
            }
        }
    }

    /// Where it answers.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// The number that the operating system knows it by.
    public long pid() {
        return process.pid();
    }

    /// Ends it as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it as an operator would.
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /// Holds it still until [#resume].
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /// Where its embedded PostgreSQL is, and how to get in.
    Map<String, String> database() throws IOException {
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/understudy",
                "SPRING_DATASOURCE_USERNAME",
                "understudy",
                "SPRING_DATASOURCE_PASSWORD",
                Files.readString(data.resolve("postgres.password")).strip());
    }

    /// The same for programs that use libpq or act like it.
    Map<String, String> libpqSettings() throws IOException {
        URI url = URI.create(database().get("SPRING_DATASOURCE_URL").substring("jdbc:".length()));
        return Map.of(
                "PGHOST",
                url.getHost(),
                "PGPORT",
                Integer.toString(url.getPort()),
                "PGDATABASE",
                url.getPath().substring(1),
                "PGUSER",
                database().get("SPRING_DATASOURCE_USERNAME"),
                "PGPASSWORD",
                database().get("SPRING_DATASOURCE_PASSWORD"));
    }

    /// Its database, past the application.
    public DSLContext sql() throws IOException {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    /// What it has in memory.
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .max()
                        .orElse(0)
                / 1_024;
    }

    private DataSource dataSource() throws IOException {
        var settings = database();
        var source = new PGSimpleDataSource();
        source.setURL(settings.get("SPRING_DATASOURCE_URL"));
        source.setUser(settings.get("SPRING_DATASOURCE_USERNAME"));
        source.setPassword(settings.get("SPRING_DATASOURCE_PASSWORD"));
        return source;
    }

    /// A call of the API that must succeed.
    ///
    /// @throws IOException if there was no answer
    public JsonNode call(String method, String path, String body) throws IOException {
        var response = send(
                request(path).method(method, BodyPublishers.ofString(body)).timeout(Duration.ofSeconds(30)),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + response.statusCode() + " " + response.body() + " to " + body);
        }
        return response.body().isEmpty()
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(response.body());
    }

    /// The team of whoever owns the server.
    String team() throws IOException {
        return call("GET", "/me", "").path("teams").get(0).path("id").asString();
    }

    /// An environment, to be put under load.
    LoadTarget target(String name, String environment) {
        String path = "/api/v1/environments/" + environment;
        return new LoadTarget(name, port, pid(), path, TOKEN, () -> revision(environment));
    }

    private long revision(String environment) {
        try {
            return call("GET", "/environments/" + environment, "")
                    .path("revision")
                    .asLong();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Follows an environment's changes from its creation on.
    ChangeStream changes(String environment) throws IOException {
        return new ChangeStream(follow(environment, "since=0"));
    }

    /// The lines of the event stream of an environment.
    HttpResponse<Stream<String>> follow(String environment, String query) throws IOException {
        return send(
                request("/environments/" + environment + "/changes?" + query).GET(), BodyHandlers.ofLines());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    private boolean isHealthy() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.build(), body);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                .start()
                .waitFor();
    }
}
