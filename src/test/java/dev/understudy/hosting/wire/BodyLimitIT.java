package dev.understudy.hosting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Schema;
import dev.understudy.hosting.admin.AdminToken;
import dev.understudy.hosting.runtime.HostingResources;
import dev.understudy.hosting.runtime.MockRuntime;
import dev.understudy.hosting.runtime.TestWorlds;
import dev.understudy.hosting.tls.TlsContexts;
import dev.understudy.hosting.tls.TlsSettings;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.state.MockFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyLimitIT {

    private static final int LIMIT = WireLimits.DEFAULT.bodyBytes();
    private static final String REFUSAL =
            "HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    + "Content-Length: 17\r\nDate: NOW\r\n\r\nPayload too large";

    private static final HostingResources BACKSTAGE = TestWorlds.resources();
    private static final WireServer SERVER =
            new WireServer(Clock.systemUTC(), WireLimits.DEFAULT, new BufferQuota(Long.MAX_VALUE / 2));
    private static WireServer.Binding plain;
    private static WireServer.Binding secure;
    private static WireServer.Binding proxy;

    /// A way a body can come: method and path, headers with their ends of line, what the body begins and ends with, and
    /// what the answer to one within the limit contains.
    private enum Way {
        PLAIN("POST /test", "", "", "", "posted"),
        JSON("POST /length", "Content-Type: application/json\r\n", "{\"a\":\"", "\"}", "field"),
        FORM("POST /length", "Content-Type: application/x-www-form-urlencoded\r\n", "a=", "", "field"),
        MULTIPART(
                "POST /length",
                "Content-Type: multipart/form-data; boundary=b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n",
                "\r\n--b\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nform\r\n--b--\r\n",
                "form"),
        CRUD_POST("POST /things", "Content-Type: application/json\r\n", "{\"a\":\"", "\"}", "HTTP/1.1 201"),
        CRUD_PUT("PUT /things/1", "Content-Type: application/json\r\n", "{\"id\":1,\"a\":\"", "\"}", "HTTP/1.1 200"),
        ADMIN(
                "POST /mockoon-admin/global-vars",
                "Authorization: Bearer sesame\r\nContent-Type: application/json\r\n",
                "{\"key\":\"a\",\"value\":\"b\",\"more\":\"",
                "\"}",
                "HTTP/1.1 200");

        private final String start;
        private final String headers;
        private final String before;
        private final String after;
        private final String good;

        Way(String start, String headers, String before, String after, String good) {
            this.start = start;
            this.headers = headers;
            this.before = before;
            this.after = after;
            this.good = good;
        }

        private String body(int bytes) {
            return before + "x".repeat(bytes - before.length() - after.length()) + after;
        }
    }

    private enum Framing {
        LENGTH,
        CHUNKS,
        EXPECTED
    }

    @BeforeAll
    static void listen() throws Exception {
        MockFixture fixture = new MockFixture()
                .route("post", "test", "posted")
                .route("post", "length", "none")
                .response(200, "field")
                .rule("body", "a", "regex", "^x")
                .response(200, "form")
                .rule("body", "b", "equals", "form")
                .bucket("abcd", "Things", "[{\"id\":1}]")
                .crud("things", "abcd");
        MockRuntime hosted = TestWorlds.hosted(fixture.compile(), BACKSTAGE);
        hosted.admit(Optional.of(AdminToken.ofSecret("sesame")));
        plain = SERVER.bind(InetAddress.getLoopbackAddress(), 0, hosted, Optional.empty());
        secure = SERVER.bind(
                InetAddress.getLoopbackAddress(),
                0,
                hosted,
                Optional.of(TlsContexts.of(
                        new TlsSettings(true, CertificateType.CERT, "", "", "", "", ""),
                        MockFiles.NONE,
                        List.of(),
                        Clock.systemUTC())));
        MockRuntime forwarding = TestWorlds.hosted(
                new MockFixture()
                        .setting(Schema.ENVIRONMENT_PROXY, true)
                        .setting(Schema.ENVIRONMENT_PROXY_HOST, "http://127.0.0.1:" + plain.port())
                        .compile(),
                BACKSTAGE);
        proxy = SERVER.bind(InetAddress.getLoopbackAddress(), 0, forwarding, Optional.empty());
    }

    @AfterAll
    static void end() {
        proxy.close();
        secure.close();
        plain.close();
        SERVER.close();
        BACKSTAGE.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Framing.values())
                        .filter(framing -> way == Way.PLAIN || framing == Framing.LENGTH)
                        .flatMap(framing -> IntStream.of(2 * 1024 * 1024 + 1, LIMIT - 1, LIMIT, LIMIT + 1)
                                .mapToObj(bytes -> Arguments.of(way, framing, bytes))));
    }

    @ParameterizedTest(name = "L114 {0} by {1}, {2} bytes")
    @MethodSource("ways")
    void limit(Way way, Framing framing, int bytes) throws IOException {
        try (Wire wire = new Wire(plain.port())) {
            check(wire, way, framing, bytes);
        }
    }

    @ParameterizedTest(name = "L114 over TLS, {0} bytes")
    @MethodSource("sizes")
    void limitOverTls(int bytes) throws Exception {
        try (Wire wire = Wire.secure(secure.port())) {
            check(wire, Way.PLAIN, Framing.LENGTH, bytes);
        }
        try (Wire wire = Wire.secure(secure.port())) {
            check(wire, Way.PLAIN, Framing.CHUNKS, bytes);
        }
    }

    @ParameterizedTest(name = "L114 through a proxy, {0} bytes")
    @MethodSource("sizes")
    void limitThroughProxy(int bytes) throws IOException {
        try (Wire wire = new Wire(proxy.port())) {
            check(wire, Way.PLAIN, Framing.LENGTH, bytes);
        }
    }

    static IntStream sizes() {
        return IntStream.of(2 * 1024 * 1024 + 1, LIMIT - 1, LIMIT, LIMIT + 1);
    }

    @Test
    @DisplayName("L115 who sends on after the refusal is heard out a while, and then disconnected")
    void heardOut() throws IOException {
        try (Wire wire = new Wire(plain.port())) {
            wire.send("POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: " + (LIMIT + 5_000_000) + "\r\n\r\n");
            wire.send("x".repeat(LIMIT + 5_000_000));
            assertThat(wire.response()).isEqualTo(REFUSAL);
        }
        try (Wire wire = new Wire(plain.port())) {
            wire.send("POST /test HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n");
            for (int sent = 0; sent < 40; sent++) {
                try {
                    wire.send("x".repeat(1_000_000));
                } catch (IOException _) {
                    return;
                }
            }
            throw new AssertionError("40 MB were taken after a refusal");
        }
    }

    private static void check(Wire wire, Way way, Framing framing, int bytes) throws IOException {
        String head = way.start + " HTTP/1.1\r\nHost: x\r\n" + way.headers;
        String body = way.body(bytes);
        switch (framing) {
            case LENGTH -> wire.send(head + "Content-Length: " + bytes + "\r\n\r\n" + body);
            case CHUNKS -> wire.send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks(body));
            case EXPECTED -> {
                wire.send(head + "Expect: 100-continue\r\nContent-Length: " + bytes + "\r\n\r\n");
                if (bytes <= LIMIT) {
                    assertThat(wire.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                    wire.send(body);
                }
            }
        }
        String answer = wire.response();
        if (bytes <= LIMIT) {
            assertThat(answer.substring(0, Math.min(answer.length(), 2_000))).contains(way.good);
        } else {
            assertThat(answer).isEqualTo(REFUSAL);
            wire.sendsNoMore();
            assertThat(wire.closesWithin(5_000)).isTrue();
        }
    }

    private static String chunks(String body) {
        int half = body.length() / 2;
        return chunk(body.substring(0, half)) + chunk(body.substring(half)) + "0\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
