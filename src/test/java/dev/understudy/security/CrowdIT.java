package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// On a server that lets an address have ten connections.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"understudy.connections-per-address=10", "understudy.head-time=2s", "understudy.proxies=127.0.0.9"
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class CrowdIT {

    private static final String HEALTH = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n";

    @LocalServerPort
    private int port;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    @DisplayName("P51 an address that has its share of connections gets no more; others do, and proxies any number")
    void shares() throws IOException {
        for (int count = 0; count < 10; count++) {
            assertThat(answer(connect("127.0.0.5"), HEALTH + "\r\n")).isEqualTo('H');
        }
        assertThat(answer(connect("127.0.0.5"), HEALTH + "\r\n")).isNegative();
        assertThat(answer(connect("127.0.0.6"), HEALTH + "\r\n")).isEqualTo('H');
        for (int count = 0; count < 12; count++) {
            assertThat(answer(connect("127.0.0.9"), HEALTH + "\r\n")).isEqualTo('H');
        }
        open.getFirst().close();
        await().until(() -> answer(connect("127.0.0.5"), HEALTH + "\r\n") == 'H');
    }

    @Test
    @DisplayName("P51 a head that does not come to its end in time is cut off")
    void halfHead() throws IOException {
        assertThat(answer(connect("127.0.0.7"), HEALTH)).isNegative();
    }

    private Socket connect(String from) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
        open.add(socket);
        return socket;
    }

    /// The first byte of the answer; negative if the connection ends without one.
    private static int answer(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException late) {
            return 0;
        } catch (IOException cut) {
            return -1;
        }
    }
}
