package dev.understudy.hosting.wire;

import static dev.understudy.mock.TestReplies.call;
import static dev.understudy.mock.TestReplies.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.outbound.Upstream;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.hosting.tls.TlsContexts;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.TestReplies;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.traffic.CallbackReport;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TlsIT {

    private static final String BIG = "big ".repeat(1_000_000);

    private final HostingResources resources = TestWorlds.resources();
    private final WireServer server = new WireServer(Clock.systemUTC(), WireLimits.DEFAULT);
    private WireServer.Binding secure;
    private SSLContext trusting;

    @BeforeEach
    void listen() throws Exception {
        SSLContext tls = TlsContexts.of(
                new TlsSettings(true, CertificateType.CERT, "", "", "", "", ""),
                MockFiles.NONE,
                List.of(),
                Clock.systemUTC());
        MockRuntime mock = TestWorlds.hosted(
                new MockFixture()
                        .route("get", "test", "over TLS")
                        .route("post", "test", "posted")
                        .route("get", "big", BIG)
                        .route("get", "only-tls", "{{header 'x-a'}}")
                        .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                        .header("strict-transport-security", "max-age={{header 'x-a'}}")
                        .header("X-Other", "stays")
                        .compile(),
                resources);
        secure = server.bind(InetAddress.getLoopbackAddress(), 0, mock, Optional.of(tls));
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Anybody()}, null);
    }

    @AfterEach
    void close() {
        secure.close();
        server.close();
        resources.close();
    }

    @Test
    @DisplayName("L70 a listener speaks TLS, request after request, with bodies of any size both ways")
    void speaksTls() throws Exception {
        try (Socket socket = trusting.getSocketFactory().createSocket("localhost", secure.port())) {
            socket.setSoTimeout(20_000);
            assertThat(ask(socket, "GET /test HTTP/1.1\r\nHost: x\r\n\r\n")).endsWith("over TLS");
            assertThat(ask(
                            socket,
                            "POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000)))
                    .endsWith("posted");
            assertThat(ask(socket, "GET /big HTTP/1.1\r\nHost: x\r\n\r\n")).endsWith(BIG);
            assertThat(ask(socket, "GET /test HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .endsWith("over TLS");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("L70 who does not speak TLS is disconnected, and the listener goes on")
    void plainClient() throws Exception {
        try (Wire wire = new Wire(secure.port())) {
            wire.send("GET /test HTTP/1.1\r\nHost: x\r\n\r\n");
            // an alert of a few bytes may come first
            await().until(() -> wire.closesWithin(5_000));
        }
        speaksTls();
    }

    @Test
    @DisplayName("L102 over TLS no answer says that this host speaks nothing else, whether a mock's or a forwarded one")
    void onlyTls() throws Exception {
        String request = "GET /only-tls HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n\r\n";
        try (Socket socket = trusting.getSocketFactory().createSocket("localhost", secure.port())) {
            assertThat(ask(socket, request))
                    .doesNotContainIgnoringCase("Strict-Transport-Security")
                    .contains("X-Other: stays");
        }
        try (Upstream upstream = Upstream.saying("HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=1\r\n"
                + "X-Other: stays\r\nContent-Length: 2\r\n\r\nok")) {
            MockRuntime proxy = TestWorlds.hosted(
                    new MockFixture()
                            .setting(Schema.ENVIRONMENT_PROXY, true)
                            .setting(Schema.ENVIRONMENT_PROXY_HOST, upstream.url(""))
                            .compile(),
                    resources);
            SSLContext tls = TlsContexts.of(
                    new TlsSettings(true, CertificateType.CERT, "", "", "", "", ""),
                    MockFiles.NONE,
                    List.of(),
                    Clock.systemUTC());
            try (WireServer.Binding plain = server.bind(InetAddress.getLoopbackAddress(), 0, proxy, Optional.empty());
                    WireServer.Binding bound =
                            server.bind(InetAddress.getLoopbackAddress(), 0, proxy, Optional.of(tls));
                    Socket socket = trusting.getSocketFactory().createSocket("localhost", bound.port())) {
                assertThat(ask(socket, "GET /any HTTP/1.1\r\nHost: x\r\n\r\n"))
                        .doesNotContainIgnoringCase("Strict-Transport-Security")
                        .containsIgnoringCase("X-Other: stays");
                // without TLS browsers don't believe it, and it is told as it is
                assertThat(Wire.get(plain.port(), "/any")).containsIgnoringCase("Strict-Transport-Security: max-age=1");
            }
        }
    }

    @Test
    @DisplayName("L73 callbacks want a valid certificate, except from the mock itself; proxying wants none")
    void certificates() throws Exception {
        MockRuntime caller = TestWorlds.playing(
                _ -> calling("answer", call("POST", "https://localhost:" + secure.port() + "/test", "x", 0)),
                resources);
        try (WireServer.Binding plain = server.bind(InetAddress.getLoopbackAddress(), 0, caller, Optional.empty())) {
            Wire.get(plain.port(), "/");
            await().until(() -> !caller.traffic().callbacks().isEmpty());
            assertThat(caller.traffic().callbacks().getFirst().failure()).contains("PKIX");
        }
        MockRuntime proxy = TestWorlds.hosted(
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_PROXY, true)
                        .setting(Schema.ENVIRONMENT_PROXY_HOST, "https://localhost:" + secure.port())
                        .compile(),
                resources);
        try (WireServer.Binding plain = server.bind(InetAddress.getLoopbackAddress(), 0, proxy, Optional.empty())) {
            assertThat(Wire.get(plain.port(), "/test")).endsWith("over TLS");
        }
    }

    @Test
    @DisplayName("L73 a mock that speaks TLS calls itself over TLS")
    void callsItself() throws Exception {
        SSLContext tls = TlsContexts.of(
                new TlsSettings(true, CertificateType.CERT, "", "", "", "", ""),
                MockFiles.NONE,
                List.of(),
                Clock.systemUTC());
        MockRuntime self = TestWorlds.playing(
                request -> request.rawPath().equals("/hook")
                        ? TestReplies.text("heard")
                        : calling("answer", call("GET", "/hook", "", 0)),
                resources);
        try (WireServer.Binding bound = server.bind(InetAddress.getLoopbackAddress(), 0, self, Optional.of(tls));
                Socket socket = trusting.getSocketFactory().createSocket("localhost", bound.port())) {
            ask(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            await().untilAsserted(() -> assertThat(self.traffic().callbacks())
                    .extracting(CallbackReport::status)
                    .containsExactly(200));
        }
    }

    private static String ask(Socket socket, String request) throws Exception {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int at = head.toString().toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
        int length = Integer.parseInt(head.substring(at, head.indexOf("\r", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
