package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.state.BucketView;
import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    private static final String JSON = "application/json; charset=utf-8";

    @Test
    @DisplayName("M46 a CRUD route reads from and writes to its bucket, with status, type and counts")
    void crud() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "Users", "[{\"id\":1,\"n\":\"a\"},{\"id\":2,\"n\":\"b\"}]")
                .crud("users", "b1")
                .header("Content-Type", "text/plain")
                .run();
        MockResponse list = mock.get("/users?n_eq=b");
        assertThat(RunningMock.headers(list))
                .isEqualTo("Content-Type: " + JSON + " | X-Total-Count: 2 | X-Filtered-Count: 1 | Content-Length: 18");
        assertThat(RunningMock.text(list)).isEqualTo("[{\"id\":2,\"n\":\"b\"}]");
        assertThat(mock.text("/users/2/")).isEqualTo("{\"id\":2,\"n\":\"b\"}");
        assertThat(mock.get("/users/3").status()).isEqualTo(404);
        assertThat(mock.text("/users/3")).isEqualTo("{}");
        assertThat(mock.send("POST", "/users", "{\"n\":\"c\"}")).isEqualTo("{\"n\":\"c\",\"id\":3}");
        assertThat(mock.ask("POST", "/users", "text").status()).isEqualTo(201);
        assertThat(mock.send("DELETE", "/users/2", "")).isEqualTo("{}");
        assertThat(mock.text("/users")).isEqualTo("[{\"id\":1,\"n\":\"a\"},{\"n\":\"c\",\"id\":3},\"text\"]");
        assertThat(mock.text("/users/2")).isEqualTo("text");
        assertThat(mock.get("/users?n_like=(").status()).isEqualTo(400);
        assertThat(mock.ask("HEAD", "/users", "").status()).isEqualTo(404);
        mock.send("DELETE", "/users", "");
        assertThat(mock.get("/users").status()).isEqualTo(200);
        assertThat(mock.text("/users")).isEmpty();
        mock.state().resetBuckets();
        assertThat(mock.text("/users/1")).isEqualTo("{\"id\":1,\"n\":\"a\"}");
    }

    @Test
    @DisplayName("M46 a CRUD route whose bucket is missing, or whose chosen response is inline, answers as any other")
    void crudWithoutBucket() {
        RunningMock mock = new MockFixture().crud("users", "none").run();
        assertThat(mock.text("/users")).isEqualTo("inline");
        RunningMock ruled = new MockFixture()
                .bucket("b1", "B", "[]")
                .crud("users", "b1")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .response(418, "teapot")
                .rule("query", "tea", "equals", "1")
                .run();
        assertThat(ruled.get("/users?tea=1").status()).isEqualTo(418);
        assertThat(ruled.text("/users")).isEqualTo("[]");
    }

    @ParameterizedTest
    @DisplayName("M47 a bucket as body is JSON, texts as they are, and what is no JSON is a text")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"b\": 1.0, \"1\": null}|{\"1\":null,\"b\":1}",
                "\"text\"|text",
                "null|null",
                "true|true",
                "0|0",
                "not json|not json",
            })
    void buckets(String value, String body) {
        RunningMock mock = new MockFixture()
                .bucket("b1", "B", value)
                .route("get", "t", "inline")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET)
                .ofResponse(Schema.RESPONSE_BUCKET, "b1")
                .run();
        assertThat(mock.text("/t")).isEqualTo(body);
    }

    @Test
    @DisplayName("M48 after a change of the document unchanged buckets keep their state, changed ones start anew")
    void liveBuckets() {
        MockFixture fixture = new MockFixture().bucket("b1", "One", "[1]");
        var one = fixture.bucket();
        fixture.bucket("b2", "Two", "[2]").crud("one", "b1").crud("two", "b2");
        RunningMock mock = fixture.run();
        mock.send("POST", "/one", "5");
        mock.send("POST", "/two", "6");
        mock.change(fixture.route("get", "other", "x"));
        assertThat(mock.text("/one")).isEqualTo("[1,5]");
        mock.change(fixture.setOn(one, Schema.BUCKET_VALUE, "[9]"));
        assertThat(mock.text("/one")).isEqualTo("[9]");
        assertThat(mock.text("/two")).isEqualTo("[2,6]");
        assertThat(mock.state().buckets()).extracting(BucketView::name).containsExactly("One", "Two");
        assertThat(mock.state().bucket("tWO").orElseThrow().parsed()).isTrue();
    }

    @Test
    @DisplayName("M49 buckets and variables do not grow without end")
    void limits() {
        RunningMock mock =
                new MockFixture().bucket("b1", "B", "[]").crud("t", "b1").run();
        String big = "\"" + "x".repeat(9_000_000) + "\"";
        int status = 201;
        int taken = 0;
        while (status == 201 && taken < 20) {
            status = mock.ask("POST", "/t", big, "Content-Type", "application/json")
                    .status();
            taken++;
        }
        assertThat(status).isEqualTo(507);
        assertThat(taken).isBetween(7, 9);
        assertThat(mock.ask("DELETE", "/t/0", "").status()).isEqualTo(200);
        assertThat(mock.ask("POST", "/t", big, "Content-Type", "application/json")
                        .status())
                .isEqualTo(201);
        assertThat(mock.state().setVariable("v", new JsValue.Text("x".repeat(11_000_000))))
                .isFalse();
        assertThat(mock.state().setVariable("v", new JsValue.Text("x"))).isTrue();
    }

    private static MockFixture file(String path) {
        return new MockFixture()
                .route("get", "f", "missing!")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, path)
                .ofResponse(Schema.RESPONSE_FILE_AS_BODY, true);
    }

    @Test
    @DisplayName("M50 files come with the type of their extension, and for saving if they are no body")
    void files() {
        Map<String, String> files = Map.of("dir/a b.json", "{}", "x.bin", "12345");
        MockResponse json = file("./dir/../dir/a b.json")
                .ofResponse(Schema.RESPONSE_FILE_AS_BODY, false)
                .run(files)
                .get("/f");
        assertThat(RunningMock.headers(json))
                .isEqualTo("Content-Type: " + JSON
                        + " | Content-Disposition: attachment; filename=\"a%20b.json\" | Content-Length: 2");
        MockResponse binary = file("x.bin").run(files).get("/f");
        assertThat(RunningMock.headers(binary)).isEqualTo("Content-Type: application/octet-stream | Content-Length: 5");
        assertThat(RunningMock.text(binary)).isEqualTo("12345");
    }

    @Test
    @DisplayName("M50 a Content-Type without a value does not hide that of the extension")
    void emptyType() {
        MockResponse json = file("a.json")
                .header("Content-Type", "")
                .run(Map.of("a.json", "{}"))
                .get("/f");
        assertThat(json.header("Content-Type")).isEqualTo(JSON);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @DisplayName("M51 parts of files that are no templates")
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=1-2|206|23|bytes 1-2/5",
                "bytes=3-|206|45|bytes 3-4/5",
                "bytes=-2|206|45|bytes 3-4/5",
                "bytes=0-99|206|12345|bytes 0-4/5",
                "what=0-0,2-3|206|1|bytes 0-0/5",
                "bytes=9-|416|Requested range not satisfiable|",
                "bytes=3-1|416|Requested range not satisfiable|",
                "bytes|400|Malformed range header|",
                "bytes=a-b|400|Malformed range header|",
            })
    void ranges(String range, int status, String body, String contentRange) {
        MockResponse part = file("x.bin").run(Map.of("x.bin", "12345")).get("/f", "Range", range);
        assertThat(part.status()).isEqualTo(status);
        assertThat(RunningMock.text(part)).isEqualTo(body);
        assertThat(part.header("Content-Range")).isEqualTo(contentRange);
    }

    @Test
    @DisplayName("M52 a missing file is told with the status of the response, or is 404 with the inline body")
    void missingFile() {
        MockResponse missing = file("none.json").run(Map.of()).get("/f");
        assertThat(missing.status()).isEqualTo(200);
        assertThat(missing.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(RunningMock.text(missing))
                .isEqualTo("Error while serving the file content: ENOENT: no such file or directory, open 'none.json'");
        assertThat(missing.incidents()).hasSize(1);
        MockResponse fallback = file("none.json")
                .ofResponse(Schema.RESPONSE_FALLBACK_404, true)
                .run(Map.of())
                .get("/f");
        assertThat(fallback.status()).isEqualTo(404);
        assertThat(fallback.header("Content-Type")).isEqualTo(JSON);
        assertThat(RunningMock.text(fallback)).isEqualTo("missing!");
    }

    @Test
    @DisplayName("M53 the callbacks of an answer are planned with method, URL, headers, body and delay")
    void callbacks() {
        RunningMock mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_PREFIX, "api")
                .bucket("b1", "B", "[1, 2]")
                .callback("post", "https://example.org/hook", "hello")
                .callbackHeader("X-A", "1")
                .route("get", "t", "t")
                .invoked(250)
                .callback("put", "/own", "inline")
                .ofCallback(Schema.CALLBACK_BODY_TYPE, BodyKind.DATABUCKET)
                .ofCallback(Schema.CALLBACK_BUCKET, "b1")
                .invoked(-5)
                .callback("get", "http://example.org/", "not sent")
                .invoked(0)
                .run();
        List<OutgoingCall> calls = mock.get("/api/t").calls();
        assertThat(calls).hasSize(3);
        OutgoingCall hook = calls.get(0);
        assertThat(hook.method() + " " + hook.url() + " " + hook.bodyText() + " " + hook.delayMillis())
                .isEqualTo("POST https://example.org/hook hello 250");
        assertThat(hook.headers())
                .containsExactly(
                        new WireHeader("X-A", "1"),
                        new WireHeader("X-Mockoon-Callback-Depth", "1"),
                        new WireHeader("content-type", "text/plain;charset=UTF-8"));
        assertThat(calls.get(1).url() + " " + calls.get(1).bodyText()
                        + calls.get(1).delayMillis())
                .isEqualTo("/api/own [1,2]0");
        assertThat(calls.get(2).body()).isEmpty();
    }

    @Test
    @DisplayName("M54 a chain of callbacks ends after 100")
    void callbackDepth() {
        RunningMock mock = new MockFixture()
                .callback("post", "/t", "")
                .route("get", "t", "t")
                .invoked(0)
                .run();
        assertThat(mock.get("/t", "X-Mockoon-Callback-Depth", "99")
                        .calls()
                        .getFirst()
                        .headers())
                .contains(new WireHeader("X-Mockoon-Callback-Depth", "100"));
        MockResponse last = mock.get("/t", "X-Mockoon-Callback-Depth", "100");
        assertThat(last.calls()).isEmpty();
        assertThat(last.incidents()).extracting(Incident::code).containsExactly("CALLBACK_ERROR");
        assertThat(mock.get("/t", "X-Mockoon-Callback-Depth", "-7").calls()).hasSize(1);
    }

    @Test
    @DisplayName("M55 a file of a callback is its body, or a part of a form; without the file there is no call")
    void callbackFiles() {
        MockFixture fixture = new MockFixture()
                .callback("post", "http://example.org/", "")
                .ofCallback(Schema.CALLBACK_BODY_TYPE, BodyKind.FILE)
                .ofCallback(Schema.CALLBACK_FILE, "a.json")
                .route("get", "t", "t")
                .invoked(0);
        OutgoingCall whole =
                fixture.run(Map.of("a.json", "{}")).get("/t").calls().getFirst();
        assertThat(whole.bodyText()).isEqualTo("{}");
        assertThat(whole.headers()).contains(new WireHeader("Content-Type", "application/json"));
        assertThat(fixture.run().get("/t").calls()).isEmpty();
        OutgoingCall form = fixture.ofCallback(Schema.CALLBACK_FILE_AS_BODY, false)
                .run(Map.of("a.json", "{}"))
                .get("/t")
                .calls()
                .getFirst();
        assertThat(form.bodyText())
                .contains("Content-Disposition: form-data; name=\"file\"; filename=\"blob\"")
                .contains("\r\n\r\n{}\r\n--");
        assertThat(form.headers().getLast().value()).startsWith("multipart/form-data; boundary=");
    }

    private static MockFixture proxy(String host) {
        return new MockFixture()
                .setting(Schema.ENVIRONMENT_PROXY, true)
                .setting(Schema.ENVIRONMENT_PROXY_HOST, host)
                .setting(Schema.ENVIRONMENT_PREFIX, "pre")
                .environmentHeader("X-Env", "e")
                .environmentHeader("Set-Cookie", "env=1");
    }

    @ParameterizedTest
    @DisplayName(
            "M56 what no route answers is forwarded, path and query as they came but for slashes, prefix and odd marks")
    @CsvSource({
        "http://up.example,false,/a//b/c?x=1//2,http://up.example/a/b/c?x=1/2",
        "http://up.example,false,/o'n|<{x}>?q=^`,http://up.example/o%27n%7C%3C%7Bx%7D%3E?q=%5E%60",
        "http://up.example/base/,false,/a,http://up.example/base/a",
        "https://up.example:8443,false,/,https://up.example:8443/",
        "http://up.example,true,/pre/a,http://up.example/a",
        "http://up.example,true,/prefix/a,http://up.example/fix/a",
        "http://up.example,true,/pre,http://up.example/",
    })
    void forwarding(String host, boolean removes, String target, String url) {
        Forward forward = (Forward) proxy(host)
                .setting(Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX, removes)
                .run()
                .reply("POST", target, "body", "X-A", "1", "Expect", "100-continue");
        assertThat(forward.url()).isEqualTo(url);
        assertThat(forward.method()).isEqualTo("POST");
        assertThat(new String(forward.body(), StandardCharsets.UTF_8)).isEqualTo("body");
    }

    @Test
    @DisplayName("M57 forwarded headers are the client's with the target's host, and those of the document over them")
    void forwardedHeaders() {
        Forward forward = (Forward) proxy("http://up.example:81")
                .proxyHeader(Slot.PROXY_REQUEST_HEADERS, "x-a", "2")
                .run()
                .reply("GET", "/x", "", "X-A", "1", "X-B", "3", "x-b", "4");
        assertThat(RunningMock.headers(forward.headers())).isEqualTo("host: up.example:81 | x-b: 3, 4 | x-a: 2 | ");
    }

    @Test
    @DisplayName("M58 of an upstream's answer all is passed on over the environment's headers, cookies without domain")
    void upstream() {
        Forward forward = (Forward) proxy("http://up.example")
                .proxyHeader(Slot.PROXY_RESPONSE_HEADERS, "X-Up", "mine")
                .proxyHeader(Slot.PROXY_RESPONSE_HEADERS, "set-cookie", "c=3; Secure")
                .run()
                .reply("GET", "/x", "");
        MockResponse answer = forward.answered(
                203,
                List.of(
                        new WireHeader("X-UP", "theirs"),
                        new WireHeader("Set-Cookie", "a=1; Domain=up.example; Path=/"),
                        new WireHeader("Set-Cookie", "b=2; Secure"),
                        new WireHeader("x-env", "up"),
                        new WireHeader("Via", "1"),
                        new WireHeader("Server", "one"),
                        new WireHeader("VIA", "2"),
                        new WireHeader("server", "two"),
                        new WireHeader("Content-Length", "2")),
                "hi".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(203);
        assertThat(RunningMock.headers(answer))
                .isEqualTo("x-env: up | set-cookie: a=1; Path=/ | set-cookie: b=2 | set-cookie: c=3 | X-Up: mine"
                        + " | via: 1, 2 | server: one | content-length: 2");
        assertThat(RunningMock.text(answer)).isEqualTo("hi");
    }

    @Test
    @DisplayName("M59 an upstream that does not answer is 504")
    void noUpstream() {
        Forward forward = (Forward) proxy("http://up.example")
                .setting(Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX, true)
                .run()
                .reply("GET", "//pre//x?y=1", "");
        MockResponse failed = forward.failed("connect ECONNREFUSED 127.0.0.1:1", "connect ECONNREFUSED");
        assertThat(failed.status()).isEqualTo(504);
        assertThat(RunningMock.text(failed))
                .isEqualTo("An error occurred while trying to proxy to http://up.example /x?y=1: "
                        + "Error: connect ECONNREFUSED");
        assertThat(failed.header("X-Env")).isEqualTo("e");
    }

    @Test
    @DisplayName("M56 CORS answers before the proxy, and without a URL nothing is forwarded")
    void noForward() {
        assertThat(((MockResponse) proxy("http://up.example").run().reply("OPTIONS", "/x", "")).status())
                .isEqualTo(200);
        assertThat(((MockResponse) proxy("nowhere").run().reply("GET", "/x", "")).status())
                .isEqualTo(404);
    }
}
