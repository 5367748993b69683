package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.mock.MockFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WireFuzzIT {

    private static final int CASES = 1_500;
    private static final int CLIENTS = 4;
    private static final int PATIENCE_MILLIS = 15_000;

    private static final List<String> SEEDS = List.of(
            "GET /test?p=50%&%&q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /test?a=1&b[]=2 HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n",
            "POST /test HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
            "POST /test HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "PUT /test HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab",
            "GET /socket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                    + (char) 0x81 + (char) 0x81 + "\0\0\0\0m",
            "GET /mockoon-admin/logs?page=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sesame\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\nGET /test HTTP/1.0\r\n\r\n",
            "POST /test HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 57\r\n"
                    + "\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--");

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\0",
            "%zz",
            "%",
            "\u00ff",
            "\u0080",
            ":",
            " ",
            "HTTP/9.9",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Host: y\r\n",
            "..",
            "/../",
            "//",
            "?",
            "#",
            "[",
            "]]]]",
            "{{",
            "}}",
            "ffffffffff\r\n",
            "\u0088\u0080",
            "x".repeat(20_000));

    @Test
    @DisplayName("L26 whatever bytes come, nothing is answered with 5xx, nothing hangs, and the listener goes on")
    void malformedRequests() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("WireFuzzIT seed " + seed);
        List<String> findings = new CopyOnWriteArrayList<>();
        try (HostingResources resources = TestWorlds.resources();
                WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
                MockRuntime hosted = TestWorlds.hosted(
                        new MockFixture()
                                .route("all", "test", "{{body 'a'}}{{queryParam 'b'}}")
                                .route("", "socket", "{{body}}")
                                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                                .compile(),
                        resources);
                WireServer.Binding binding =
                        server.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty())) {
            hosted.admit(Optional.of(AdminToken.ofSecret("sesame")));
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(seed + client);
                clients.add(Thread.ofVirtual().start(() -> {
                    for (int number = 0; number < CASES / CLIENTS; number++) {
                        String bytes = mutated(random);
                        check(binding.port(), bytes, random).ifPresent(wrong -> findings.add(wrong + ": " + bytes));
                    }
                }));
            }
            for (Thread client : clients) {
                client.join();
            }
            assertThat(findings).isEmpty();
            assertThat(Wire.get(binding.port(), "/test?b=alive")).endsWith("alive");
        }
    }

    private static Optional<String> check(int port, String bytes, Random random) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
            int cut = random.nextInt(all.length + 1);
            socket.getOutputStream().write(all, 0, cut);
            socket.getOutputStream().write(all, cut, all.length - cut);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.contains("HTTP/1.1 5") ? Optional.of(answer) : Optional.empty();
        } catch (SocketException _) {
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(failure.toString());
        }
    }

    private static String mutated(Random random) {
        StringBuilder bytes = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(bytes.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> bytes.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> bytes.insert(at, (char) random.nextInt(256));
                case 2 -> bytes.delete(at, Math.min(bytes.length(), at + 1 + random.nextInt(8)));
                case 3 -> bytes.setLength(at);
                case 4 -> bytes.append(SEEDS.get(random.nextInt(SEEDS.size())));
                default -> throw new AssertionError();
            }
        }
        return bytes.toString();
    }
}
