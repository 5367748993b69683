package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.StreamingMode;
import dev.understudy.mock.socket.SocketReply;
import dev.understudy.mock.socket.SocketSession;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SocketTest {

    private static MockFixture socket(String endpoint, String body) {
        return new MockFixture().route("get", endpoint, body).ofRoute(Schema.ROUTE_TYPE, RouteType.WS);
    }

    private static SocketSession open(RunningMock mock, String target, String... headers) {
        return mock.mock()
                .socket(RunningMock.request("GET", target, "", headers), mock.state())
                .orElseThrow();
    }

    private static String say(SocketSession session, String message) {
        return session.message(message).text().orElse("");
    }

    @Test
    @DisplayName("M60 a message is answered by the response whose rules hold, after its delay")
    void conversation() {
        RunningMock mock = socket("chat/:room", "default")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .ofResponse(Schema.RESPONSE_LATENCY, 70)
                .response(200, "hi")
                .rule("body", "", "equals", "hello")
                .response(200, "json")
                .rule("body", "a", "equals", "1")
                .response(200, "third")
                .rule("request_number", "", "equals", "5")
                .run();
        assertThat(mock.mock().hasSockets()).isTrue();
        SocketSession session = open(mock, "/CHAT/x/", "content-type", "application/json");
        assertThat(session.mode()).isEqualTo(StreamingMode.CONVERSATION);
        assertThat(say(session, "hello")).isEqualTo("hi");
        assertThat(say(session, "{\"a\":1}")).isEqualTo("json");
        assertThat(session.message("other").delayMillis()).isEqualTo(70);
        assertThat(say(session, "other")).isEqualTo("default");
        assertThat(say(session, "other")).isEqualTo("third");
        assertThat(say(open(mock, "/chat/y"), "other")).isEqualTo("default");
        assertThat(mock.get("/chat/x").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("M61 streams have an interval of at least 10 ms, and an answer at each")
    void streams() {
        RunningMock mock = socket("s", "a")
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.UNICAST)
                .ofRoute(Schema.ROUTE_STREAMING_INTERVAL, 1)
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.SEQUENTIAL)
                .response(200, "b")
                .run();
        SocketSession session = open(mock, "/s");
        assertThat(session.intervalMillis()).isEqualTo(10);
        assertThat(session.mode()).isEqualTo(StreamingMode.UNICAST);
        assertThat(session.tick().text()).contains("a");
        assertThat(session.tick().text()).contains("b");
        assertThat(session.tick().text()).contains("a");
        RunningMock silent = socket("s", "a")
                .ofRoute(Schema.ROUTE_STREAMING_MODE, StreamingMode.BROADCAST)
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK)
                .run();
        assertThat(open(silent, "/s").tick()).isEqualTo(SocketReply.NOTHING);
    }

    @Test
    @DisplayName("M62 within folders every route takes WebSockets, whatever its type")
    void folders() {
        RunningMock mock = new MockFixture()
                .route("get", "outside", "x")
                .folder(true)
                .route("get", "inside", "body")
                .endOfFolder()
                .run();
        assertThat(say(open(mock, "/inside"), "x")).isEqualTo("body");
        assertThat(mock.mock().socket(RunningMock.request("GET", "/outside", ""), mock.state()))
                .isEmpty();
        assertThat(new MockFixture().route("get", "a", "a").compile().hasSockets())
                .isFalse();
    }

    @Test
    @DisplayName("M63 a change of a route ends its connections, and those of others go on")
    void liveChange() {
        MockFixture fixture = socket("a", "a");
        var first = fixture.response();
        fixture.route("get", "b", "b").ofRoute(Schema.ROUTE_TYPE, RouteType.WS);
        RunningMock mock = fixture.run();
        SocketSession a = open(mock, "/a");
        SocketSession b = open(mock, "/b");
        assertThat(open(mock, "/b").key()).isEqualTo(b.key());
        mock.change(fixture.setOn(first, Schema.RESPONSE_BODY, "new"));
        assertThat(mock.mock().keeps(a)).isFalse();
        assertThat(mock.mock().keeps(b)).isTrue();
        assertThat(open(mock, "/b").key()).isEqualTo(b.key());
        assertThat(say(open(mock, "/a"), "x")).isEqualTo("new");
    }

    @Test
    @DisplayName("M64 buckets and files are contents, too; a missing file is told, and the connection ends")
    void contents() {
        RunningMock bucket = socket("s", "inline")
                .bucket("b1", "B", "[1, 2]")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET)
                .ofResponse(Schema.RESPONSE_BUCKET, "b1")
                .run();
        assertThat(say(open(bucket, "/s"), "x")).isEqualTo("[1,2]");
        MockFixture file = socket("s", "inline")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "a.txt");
        assertThat(say(open(file.run(Map.of("a.txt", "text")), "/s"), "x")).isEqualTo("text");
        SocketReply missing = open(file.run(), "/s").message("x");
        assertThat(missing.closes()).isTrue();
        assertThat(missing.text().orElseThrow()).startsWith("Status: 500, File reading error! (ENOENT");
    }
}
