package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Schema;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.state.BucketView;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplatedAnswersTest {

    @Test
    @DisplayName("M65 bodies and headers are rendered with the request; a broken header says so")
    void rendered() {
        RunningMock mock = new MockFixture()
                .environmentHeader("X-Env", "{{method}} {{urlParam 'id'}}")
                .route("get", "t/:id", "{{urlParam 'id'}} {{queryParam 'a'}} {{baseUrl}} {{ip}} {{hostname}}")
                .header("X-A", "{{queryParam 'a'}}")
                .header("X-B", "{{int 5 1}}")
                .header("X-C", "{{")
                .run();
        MockResponse answer = mock.get("/t/7?a=x");
        assertThat(RunningMock.text(answer)).isEqualTo("7 x http://mock.example:3000 10.0.0.7 mock.example");
        assertThat(answer.header("X-Env")).isEqualTo("GET ");
        assertThat(answer.header("X-A")).isEqualTo("x");
        assertThat(answer.header("X-C")).isEqualTo("-- Header parsing error, see logs for more details --");
        assertThat(answer.incidents()).extracting(Incident::code).contains("HEADER_PARSING_ERROR");
        assertThat(mock.get("/nope").header("X-Env")).isEqualTo("GET ");
        assertThat(mock.ask("OPTIONS", "/nope", "").header("X-Env")).isEqualTo("OPTIONS ");
    }

    @Test
    @DisplayName("M66 a body that can't be rendered is an error text with the status of the response")
    void failing() {
        MockResponse answer = new MockFixture()
                .route("get", "t", "{{#if}}{{/if}}")
                .ofResponse(Schema.RESPONSE_STATUS, 201)
                .header("Content-Type", "application/json")
                .run()
                .get("/t");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(RunningMock.text(answer)).startsWith("Error while serving the content: ");
    }

    @Test
    @DisplayName("M67 a template may choose the status of its answer, in a body and in a file, not in a header")
    void status() {
        RunningMock mock = new MockFixture()
                .route("get", "t", "{{status 418}}x")
                .route("get", "h", "x")
                .header("X-A", "a{{status 418}}")
                .route("get", "f", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "{{queryParam 'n'}}.txt")
                .run(Map.of("a.txt", "{{status 419}}file"));
        assertThat(mock.get("/t").status()).isEqualTo(418);
        assertThat(mock.get("/h").status()).isEqualTo(200);
        assertThat(mock.get("/f?n=a").status()).isEqualTo(419);
        assertThat(mock.text("/f?n=a")).isEqualTo("file");
    }

    @Test
    @DisplayName("M50 a path with expressions can't leave the folder it starts in")
    void fileEscape() {
        RunningMock mock = new MockFixture()
                .route("get", "f", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "files/user-{{{queryParam 'n'}}}.json")
                .run(Map.of("files/user-1.json", "1", "secret.json", "2"));
        assertThat(mock.text("/f?n=1")).isEqualTo("1");
        assertThat(mock.text("/f?n=/../../secret"))
                .isEqualTo("Error while serving the content: "
                        + "Access to relative path outside of the allowed base directory (secret.json)");
    }

    @Test
    @DisplayName("M48 a bucket that asks for a request is made by the first one that refers to it, and stays")
    void firstRequest() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "Waiting", "{\"v\":\"{{queryParam 'a'}}\"}")
                .bucket("b2", "Ready", "[{{add 1 2}}]")
                .bucket("b3", "Nested", "{\"w\":{{{data 'Ready'}}} }")
                .route("get", "other", "x")
                .route("get", "t", "{{{data 'waiting' 'v'}}} {{{data 'b3'}}}")
                .run();
        assertThat(mock.state().buckets()).extracting(BucketView::parsed).containsExactly(false, true, true);
        mock.get("/other?a=0");
        assertThat(mock.state().bucket("b1").orElseThrow().parsed()).isFalse();
        assertThat(mock.text("/t?a=1")).isEqualTo("1 {\"w\":[3]}");
        assertThat(mock.text("/t?a=2")).isEqualTo("1 {\"w\":[3]}");
        mock.state().resetBuckets();
        assertThat(mock.text("/t?a=2")).isEqualTo("2 {\"w\":[3]}");
    }

    @Test
    @DisplayName("M45 a new item gets its id from the expression of its bucket")
    void madeIds() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "Users", "[{\"id\":\"{{add 40 2}}\",\"n\":1}]")
                .crud("users", "b1")
                .run();
        assertThat(mock.send("POST", "/users", "{\"n\":2}")).isEqualTo("{\"n\":2,\"id\":42}");
    }

    @Test
    @DisplayName("M37 a template that goes on and on is stopped, and the others answer")
    void hostile() {
        RunningMock mock = new MockFixture()
                .route("get", "t", "{{#repeat 100000}}{{#repeat 100000}}x{{/repeat}}{{/repeat}}")
                .route("get", "ok", "ok")
                .run();
        assertThat(mock.text("/t"))
                .startsWith("Error while serving the content: ")
                .hasSizeLessThan(300);
        assertThat(mock.text("/ok")).isEqualTo("ok");
    }

    @Test
    @DisplayName("M53 a callback sees the request and what the answer has changed")
    void callbacks() {
        RunningMock mock = new MockFixture()
                .callback("post", "http://example.org/{{urlParam 'id'}}", "{{getGlobalVar 'v'}}")
                .route("get", "t/:id", "{{setGlobalVar 'v' 'set'}}x")
                .invoked(0)
                .run();
        OutgoingCall call = mock.get("/t/7").calls().getFirst();
        assertThat(call.url() + " " + call.bodyText()).isEqualTo("http://example.org/7 set");
    }
}
