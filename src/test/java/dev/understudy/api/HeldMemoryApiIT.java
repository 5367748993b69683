package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.TestDatabase;
import dev.understudy.server.heavy.RequestMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// On a server that has little memory for requests.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"understudy.sample=false", "understudy.memory.all=24MB", "understudy.memory.one=12MB"})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@ExtendWith(OwnServer.class)
@Import(ApiWorld.class)
class HeldMemoryApiIT {

    private static final int MEBI = 1024 * 1024;

    @Autowired
    private ApiWorld world;

    @Autowired
    private RequestMemory memory;

    private final List<Socket> open = new ArrayList<>();
    private ApiClient ana;
    private String id;

    @BeforeEach
    void anEnvironment() {
        ana = world.owner().client();
        id = ana.create("");
    }

    @AfterEach
    void everythingIsGivenBack() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        await().untilAsserted(() -> {
            assertThat(memory.people().total()).isZero();
            assertThat(memory.strangers().total()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /files/a.bin", "PUT /document", "POST /edits"})
    @DisplayName("A39 bodies that are not through yet are counted: one person's are 429, all together are 503")
    void bodies(String call) throws IOException {
        hold(ana, call, id);
        assertRefused(ana.call("PUT", file(id, "b.bin"), bytes(5 * MEBI)), 429, "rate-limited");
        assertThat(ana.get("/environments/" + id).status()).isEqualTo(200);
        ApiClient ben = world.owner().client();
        String his = ben.create("");
        assertThat(ben.call("PUT", file(his, "b.bin"), bytes(5 * MEBI)).status())
                .isEqualTo(200);
        hold(ben, call, his);
        ApiClient eve = world.owner().client();
        String hers = eve.create("");
        assertRefused(eve.call("PUT", file(hers, "b.bin"), bytes(8 * MEBI)), 503, "unavailable");
        assertThat(eve.edit(hers, rename(eve, hers)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A40 a file that is taken slowly is in memory with a piece only, and comes whole")
    void slowFiles() throws IOException {
        assertThat(ana.call("PUT", file(id, "a.bin"), bytes(10 * MEBI)).status())
                .isEqualTo(200);
        for (int count = 0; count < 8; count++) {
            slowly("/environments/" + id + "/files/a.bin");
        }
        await().untilAsserted(() -> assertThat(memory.people().total()).isEqualTo(8L * 256 * 1024));
        var whole = ana.get("/environments/" + id + "/files/a.bin");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).hasSize(10 * MEBI).matches("x+");
        for (int count = 8; count < 48; count++) {
            slowly("/environments/" + id + "/files/a.bin");
        }
        await().untilAsserted(() -> assertThat(memory.people().total()).isEqualTo(48L * 256 * 1024));
        assertRefused(ana.get("/environments/" + id + "/files/a.bin"), 429, "rate-limited");
        assertThat(ana.get("/environments").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A39 documents that are taken slowly are counted until they are through")
    void slowDocuments() throws IOException {
        String root = ana.root(id);
        String text = "y".repeat(4 * MEBI);
        for (int count = 0; count < 2; count++) {
            String bucket = """
                    {"op":"add","node":"%s","kind":"bucket","parent":"%s","fields":{"name":"b","value":"%s"}}""".formatted(UUID.randomUUID(), root, text);
            assertThat(ana.edit(id, bucket).status()).isEqualTo(200);
        }
        slowly("/environments/" + id + "/document");
        await().untilAsserted(() -> assertThat(memory.people().total()).isGreaterThan(8L * MEBI));
        assertRefused(ana.get("/environments/" + id + "/document"), 429, "rate-limited");
        assertRefused(ana.get("/environments/" + id + "/openapi.json"), 429, "rate-limited");
    }

    private static void assertRefused(ApiClient.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Retry-After")).isEqualTo("10");
    }

    private static String rename(ApiClient client, String environment) {
        return "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"Still here\"}"
                .formatted(client.root(environment));
    }

    private static String file(String environment, String name) {
        return "/environments/" + environment + "/files/" + name;
    }

    private static java.net.http.HttpRequest.BodyPublisher bytes(int count) {
        return BodyPublishers.ofString("x".repeat(count));
    }

    /// Sends nine of ten mebibytes, and waits.
    private void hold(ApiClient client, String call, String environment) throws IOException {
        String[] methodAndPath = call.split(" ", 2);
        long before = memory.people().total();
        Socket socket = connect(client, 64 * 1024);
        OutputStream out = socket.getOutputStream();
        String head = head(client, methodAndPath[0], "/environments/" + environment + methodAndPath[1])
                + "Content-Type: application/json\r\nIf-Match: \"1\"\r\nContent-Length: " + 10 * MEBI + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write("x".repeat(9 * MEBI).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        await().untilAsserted(() -> assertThat(memory.people().total()).isGreaterThan(before + 8L * MEBI));
    }

    /// Asks for something and takes nothing of it.
    private void slowly(String path) throws IOException {
        Socket socket = connect(ana, 4 * 1024);
        socket.getOutputStream().write((head(ana, "GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String head(ApiClient client, String method, String path) {
        return Stream.of(
                        method + " /api/v1" + path + " HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + client.token())
                .reduce("", (head, line) -> head + line + "\r\n");
    }

    private Socket connect(ApiClient client, int buffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(client.base()).getPort()));
        open.add(socket);
        return socket;
    }
}
