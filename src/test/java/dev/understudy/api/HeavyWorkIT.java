package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.format.HostileFiles;
import dev.understudy.server.heavy.Busy;
import dev.understudy.server.heavy.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiServerTest
class HeavyWorkIT {

    /// Far more than a few answers take on a machine that is busy with other tests too, and far less than what hostile
    /// files took.
    private static final Duration PROMPT = Duration.ofSeconds(20);

    @Autowired
    private ApiWorld world;

    @Autowired
    private Workshop workshop;

    private ApiClient neighbour;
    private String id;

    @BeforeEach
    void anEnvironment() {
        neighbour = world.owner().client();
        id = neighbour.create("");
    }

    @Test
    @DisplayName("A38 health and edits of others are answered at once while several people import hostile files")
    void hostileImports() {
        Map<String, String> files = HostileFiles.all();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<ApiClient.Reply>> imports = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                ApiClient client = world.owner().client();
                for (Map.Entry<String, String> file : files.entrySet()) {
                    imports.add(CompletableFuture.supplyAsync(() -> send(client, file), people));
                }
            }
            CompletableFuture<?> all = CompletableFuture.allOf(imports.toArray(CompletableFuture[]::new));
            int answered = 0;
            Duration slowest = Duration.ZERO;
            while (!all.isDone() || answered == 0) {
                long from = System.nanoTime();
                assertThat(health()).isEqualTo(200);
                String name = "\"Name " + answered + "\"";
                assertThat(neighbour.edit(id, rename(name)).status()).isEqualTo(200);
                Duration took = Duration.ofNanos(System.nanoTime() - from);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                answered++;
            }
            assertThat(slowest).as("the slowest of " + answered).isLessThan(PROMPT);
            assertThat(imports)
                    .allSatisfy(reply -> assertThat(reply.join().status())
                            .as(reply.join().body())
                            .isIn(201, 400, 413, 429, 503));
        }
    }

    @Test
    @DisplayName("A38 health, edits and small documents are answered while imports wait; A36 one too many is 429")
    void waitingImports() {
        ApiClient client = world.owner().client();
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                Busy busy = new Busy(workshop)) {
            List<CompletableFuture<ApiClient.Reply>> imports = new ArrayList<>();
            for (int count = 0; count <= Workshop.MAX_WAITING_OF_ONE; count++) {
                imports.add(CompletableFuture.supplyAsync(
                        () -> client.post("/environments", HostileFiles.references()), people));
            }
            // All but one of them wait, so one is answered first.
            Object first = CompletableFuture.anyOf(imports.toArray(CompletableFuture[]::new))
                    .join();
            assertThat(first).isInstanceOfSatisfying(ApiClient.Reply.class, reply -> {
                assertThat(reply.status()).isEqualTo(429);
                assertThat(reply.header("Retry-After")).isEqualTo("10");
                assertThat(reply.json().path("detail").asString()).contains("wait already");
            });
            assertThat(health()).isEqualTo(200);
            assertThat(neighbour.edit(id, rename("\"Still quick\"")).status()).isEqualTo(200);
            assertThat(neighbour.get("/environments/" + id + "/document").status())
                    .isEqualTo(200);
            assertThat(imports).filteredOn(CompletableFuture::isDone).hasSize(1);
            busy.open();
            assertThat(imports).extracting(reply -> reply.join().status()).containsOnly(201, 429);
        }
    }

    @Test
    @DisplayName("O24 what waits for a client that hangs up leaves the queue, and others stay in it")
    @SuppressWarnings("try") // hanging up is what is tried
    void hungUp() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                Busy busy = new Busy(workshop);
                Socket impatient = begun(world.owner().client(), 0);
                Socket inChunks = begun(world.owner().client(), -1);
                Socket eager = begun(world.owner().client(), 40)) {
            ApiClient client = world.owner().client();
            CompletableFuture<ApiClient.Reply> patient = CompletableFuture.supplyAsync(
                    () -> client.post("/environments", HostileFiles.references()), people);
            await().atMost(PROMPT).until(() -> busy.ahead() == busy.running() + 4);
            impatient.close();
            inChunks.close();
            await().atMost(PROMPT).until(() -> busy.ahead() == busy.running() + 2);
            busy.open();
            assertThat(patient.join().status()).isEqualTo(201);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(eager.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).as("who sent the next request ahead").contains(" 201 ");
        }
    }

    /// A connection on which an import was asked for.
    ///
    /// @param more bytes that are sent ahead of the next request; negative if the body is sent in chunks
    private Socket begun(ApiClient client, int more) throws IOException {
        String body = HostileFiles.references();
        URI base = URI.create(world.base());
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(60_000);
        String framed = more < 0
                ? "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body)
                : "Content-Length: %d\r\n\r\n%s%s".formatted(body.length(), body, "G".repeat(more));
        socket.getOutputStream()
                .write(("POST /api/v1/environments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + client.token() + "\r\n" + framed)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private String rename(String name) {
        return "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":%s}".formatted(neighbour.root(id), name);
    }

    private static ApiClient.Reply send(ApiClient client, Map.Entry<String, String> file) {
        String type = file.getKey().endsWith(".yaml") ? "application/yaml" : "application/json";
        return client.call("POST", "/environments", BodyPublishers.ofString(file.getValue()), "Content-Type", type);
    }

    private int health() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(world.base() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
