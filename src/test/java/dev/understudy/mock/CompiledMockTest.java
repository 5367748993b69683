package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Schema;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.wire.RequestHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledMockTest {

    static MockResponse ask(CompiledMock mock, String method, String path, Map<String, String> headers) {
        return ask(mock, method, path, headers, MockFixture.state());
    }

    private static MockResponse ask(
            CompiledMock mock, String method, String path, Map<String, String> headers, MockState state) {
        return MockFixture.answer(
                mock,
                new MockRequest(method, path, "", new GivenHeaders(headers), new byte[0], Arrival.NOWHERE),
                state);
    }

    static MockResponse ask(CompiledMock mock, String method, String path) {
        return ask(mock, method, path, Map.of());
    }

    static String body(MockResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String headers(MockResponse response) {
        return response.headers().stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining(" | "));
    }

    @Test
    @DisplayName("M8 the first route in list order answers, whatever comes after")
    void listOrder() {
        CompiledMock mock = new MockFixture()
                .route("get", "v1/:a/x", "first")
                .route("get", "v1/b/:c", "second")
                .route("all", "*", "any")
                .compile();
        assertThat(body(ask(mock, "GET", "/v1/b/x"))).isEqualTo("first");
        assertThat(body(ask(mock, "GET", "/v1/b/y"))).isEqualTo("second");
        assertThat(body(ask(mock, "POST", "/v1/b/y"))).isEqualTo("any");
        assertThat(body(ask(mock, "GET", "/V1//B///Y"))).isEqualTo("second");
    }

    @Test
    @DisplayName("M8 folders are walked in place; a switched-off folder or route answers nothing")
    void foldersAndSwitches() {
        CompiledMock mock = new MockFixture()
                .folder(true)
                .folder(false)
                .route("get", "a", "off")
                .folder(true)
                .route("get", "b", "off too")
                .endOfFolder()
                .endOfFolder()
                .route("get", "a", "on")
                .endOfFolder()
                .route("get", "a", "later")
                .route("get", "c", "off")
                .ofRoute(Schema.ROUTE_ENABLED, false)
                .compile();
        assertThat(body(ask(mock, "GET", "/a"))).isEqualTo("on");
        assertThat(ask(mock, "GET", "/b").status()).isEqualTo(404);
        assertThat(ask(mock, "GET", "/c").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("M9 HEAD and OPTIONS are answered by their own routes and by all, never by GET")
    void headIsNotGet() {
        CompiledMock mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_CORS, false)
                .route("get", "a", "a")
                .route("head", "h", "hello")
                .route("all", "any", "any")
                .route("propfind", "dav", "dav")
                .compile();
        assertThat(ask(mock, "HEAD", "/a").status()).isEqualTo(404);
        assertThat(ask(mock, "OPTIONS", "/a").status()).isEqualTo(404);
        assertThat(ask(mock, "HEAD", "/h").header("Content-Length")).isEqualTo("5");
        assertThat(ask(mock, "HEAD", "/h").body()).isEmpty();
        assertThat(body(ask(mock, "OPTIONS", "/any"))).isEqualTo("any");
        assertThat(body(ask(mock, "PURGE", "/any"))).isEqualTo("any");
        assertThat(body(ask(mock, "PROPFIND", "/dav"))).isEqualTo("dav");
    }

    @Test
    @DisplayName("M13 the default response answers, else the first; a route without one passes the request on")
    void defaultResponse() {
        CompiledMock mock = new MockFixture()
                .bareRoute("get", "a")
                .response(201, "first")
                .response(202, "default")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .response(203, "default too")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .bareRoute("get", "b")
                .response(201, "first")
                .response(202, "second")
                .bareRoute("get", "c")
                .route("get", "c", "next")
                .compile();
        assertThat(ask(mock, "GET", "/a").status()).isEqualTo(202);
        assertThat(ask(mock, "GET", "/b").status()).isEqualTo(201);
        assertThat(body(ask(mock, "GET", "/c"))).isEqualTo("next");
    }

    @Test
    @DisplayName("M14 a route counts its answers, and the count outlives a new compilation")
    void counts() {
        MockFixture fixture = new MockFixture().route("get", "a", "a");
        MockState state = MockFixture.state();
        MockRequest request = new MockRequest("GET", "/a", "", RequestHeaders.NONE, new byte[0], Arrival.NOWHERE);
        CompiledMock mock = fixture.compile();
        mock.respond(request, state);
        MockCompiler.compile(fixture.environment(), mock).mock().respond(request, state);
        assertThat(state.answersOf(fixture.route())).isEqualTo(2);
        new MockFixture().compile().load(state);
        assertThat(state.answersOf(fixture.route())).isZero();
    }

    @Test
    @DisplayName("M15 headers keep the place of the first and the spelling and value of the last; cookies add up")
    void headerMerge() {
        CompiledMock mock = new MockFixture()
                .environmentHeader("X-Env-A", "env")
                .environmentHeader("Set-Cookie", "e=1")
                .environmentHeader("X-Env-B", "b")
                .environmentHeader("", "no name")
                .environmentHeader("X-Empty", "")
                .route("get", "a", "x")
                .header("x-env-a", "route")
                .header("bad name", "1")
                .header("X-Break", "a\nb")
                .header("X-Euro", "€")
                .header("X-Dup", "1")
                .header("x-dup", "2")
                .header("SET-COOKIE", "r=1")
                .header("Content-Length", "999")
                .header("Content-Type", "text/plain")
                .compile();
        assertThat(headers(ask(mock, "GET", "/a")))
                .isEqualTo("x-env-a: route | SET-COOKIE: e=1 | SET-COOKIE: r=1 | X-Env-B: b | x-dup: 2"
                        + " | Content-Length: 1 | Content-Type: text/plain; charset=utf-8");
    }

    @ParameterizedTest(name = "{0} is sent as {1}, {2} bytes")
    @DisplayName("M16 the content type gets its charset, and the body the bytes of it")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|text/html; charset=utf-8|15",
                "application/json|application/json; charset=utf-8|15",
                "application/json; charset=latin1|application/json; charset=latin1|10",
                "text/plain;charset=ISO-8859-1|text/plain;charset=ISO-8859-1|10",
                "Text/Plain|text/plain; charset=utf-8|15",
                "image/svg+xml|image/svg+xml; charset=utf-8|15",
                "image/svg+xml;foo=BAR|image/svg+xml; charset=utf-8; foo=BAR|15",
                "APPLICATION/XML; Foo=\"a b\"|application/xml; charset=utf-8; foo=\"a b\"|15",
                "application/json-patch+json|application/json-patch+json; charset=utf-8|15",
                "application/javascript|application/javascript; charset=utf-8|15",
                "application/octet-stream|application/octet-stream; charset=utf-8|15",
                "text/html; charset=\"utf-8\"|text/html; charset=\"utf-8\"|15",
                "text/plain; charset=utf-16le|text/plain; charset=utf-16le|20",
                "text/plain; charset=ucs2|text/plain; charset=ucs2|20",
                "text/plain; charset=klingon|text/plain; charset=klingon|15",
                "text/plain; charset=|text/plain; charset=|15",
                "text/plain; charset|text/plain; charset; charset=utf-8|15",
                "text/plain; x=\"charset=latin1\"|text/plain; x=\"charset=latin1\"; charset=utf-8|15",
                "nonsense|text/plain; charset=utf-8|51",
                "a/b/c|text/plain; charset=utf-8|51",
            })
    void charsets(String type, String sent, int bytes) {
        MockFixture fixture = new MockFixture().route("get", "a", "hé€😀 aGk=");
        MockResponse response =
                ask((type == null ? fixture : fixture.header("content-type", type)).compile(), "GET", "/a");
        assertThat(response.header("Content-Type")).isEqualTo(sent);
        assertThat(response.body()).hasSize(bytes);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(bytes));
        if (bytes == 51) {
            assertThat(body(response)).isEqualTo("Error while serving the content: invalid media type");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("M17 some statuses have no body and fewer headers")
    @CsvSource(
            delimiter = '|',
            value = {
                "204||",
                "304||",
                "205|Content-Type: text/plain; charset=utf-8 / Content-Length: 0|",
                "102|Transfer-Encoding: chunked / Content-Type: text/plain; charset=utf-8 / Content-Length: 3|",
                "404|Transfer-Encoding: chunked / Content-Type: text/plain; charset=utf-8 / Content-Length: 3|xyz",
            })
    void bodilessStatuses(int status, String headers, String body) {
        CompiledMock mock = new MockFixture()
                .bareRoute("get", "a")
                .response(status, "xyz")
                .header("Transfer-Encoding", "chunked")
                .header("Content-Type", "text/plain")
                .compile();
        MockResponse response = ask(mock, "GET", "/a");
        assertThat(headers(response).replace(" | ", " / ")).isEqualTo(headers == null ? "" : headers);
        assertThat(body(response)).isEqualTo(body == null ? "" : body);
    }

    @Test
    @DisplayName("M16 a Content-Type that comes to nothing is that of a page, and so it is with 205")
    void noType() {
        CompiledMock mock = new MockFixture()
                .bareRoute("get", "a")
                .response(205, "xyz")
                .header("Content-Type", "{{queryParam 'none'}}")
                .compile();
        assertThat(headers(ask(mock, "GET", "/a")))
                .isEqualTo("Content-Type: text/html; charset=utf-8 | Content-Length: 0");
    }

    @Test
    @DisplayName("M69 half a character is sent as U+FFFD")
    void halfACharacter() {
        CompiledMock mock =
                new MockFixture().route("get", "a", "{{substr '😀x' 1}}").compile();
        assertThat(body(ask(mock, "GET", "/a"))).isEqualTo("\uFFFDx");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("M18 the reason is the usual one, or unknown")
    @CsvSource({"200,OK", "418,I'm a Teapot", "422,Unprocessable Entity", "299,unknown", "999,unknown"})
    void reasons(int status, String reason) {
        MockResponse response =
                ask(new MockFixture().bareRoute("get", "a").response(status, "").compile(), "GET", "/a");
        assertThat(new String(response.head().bytes(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 " + status + " " + reason + "\r\n");
    }

    @ParameterizedTest(name = "{0} {1}: {2} gives {3}")
    @DisplayName("M19 a conditional GET or HEAD that is fresh against the author's validators is answered with 304")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "GET;/etag;If-None-Match: \"abc\";304",
                "HEAD;/etag;If-None-Match: \"abc\";304",
                "POST;/etag;If-None-Match: \"abc\";200",
                "GET;/etag;If-None-Match: W/\"abc\";304",
                "GET;/etag;If-None-Match: \"x\", \"abc\";304",
                "GET;/etag;If-None-Match: \"x\";200",
                "GET;/etag;If-None-Match: *;304",
                "GET;/none;If-None-Match: *;304",
                "GET;/none;If-None-Match: \"abc\";200",
                "GET;/404;If-None-Match: \"abc\";404",
                "GET;/etag;If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT;304",
                "GET;/etag;If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT;200",
                "GET;/etag;If-Modified-Since: 2002-01-01;304",
                "GET;/etag;If-Modified-Since: Fri, 01 Jan 2001 00:00:00 GMT;304",
                "GET;/etag;If-Modified-Since: nonsense;200",
                "GET;/none;If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT;200",
                "GET;/etag;If-None-Match: \"abc\" & Cache-Control: max-age=0, no-cache;200",
                "GET;/etag;If-None-Match: \"abc\" & If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT;200",
            })
    void freshness(String method, String path, String headers, int status) {
        CompiledMock mock = new MockFixture()
                .route("all", "etag", "x")
                .header("ETag", "\"abc\"")
                .header("Last-Modified", "Mon, 01 Jan 2001 00:00:00 GMT")
                .route("all", "none", "x")
                .bareRoute("get", "404")
                .response(404, "x")
                .header("ETag", "\"abc\"")
                .compile();
        Map<String, String> sent = Arrays.stream(headers.split(" & "))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        MockResponse response = ask(mock, method, path, sent);
        assertThat(response.status()).isEqualTo(status);
        if (status == 304) {
            assertThat(response.body()).isEmpty();
            assertThat(response.header("Content-Length")).isNull();
        }
    }

    @Test
    @DisplayName("M20 with CORS on, an OPTIONS that no route takes gets the general answer, which own headers override")
    void preflight() {
        MockFixture fixture = new MockFixture()
                .environmentHeader("access-control-allow-origin", "https://x.example")
                .environmentHeader("Set-Cookie", "e=1")
                .route("options", "own", "own");
        CompiledMock mock = fixture.compile();
        MockResponse response = ask(mock, "OPTIONS", "/anything");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(headers(response))
                .isEqualTo(
                        "access-control-allow-origin: https://x.example | Set-Cookie: e=1 | Set-Cookie: e=1"
                                + " | Access-Control-Allow-Methods: GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS"
                                + " | Access-Control-Allow-Headers: Content-Type, Origin, Accept, Authorization, Content-Length, X-Requested-With");
        assertThat(ask(mock, "OPTIONS", "/own").header("Access-Control-Allow-Methods"))
                .isNull();
        assertThat(ask(mock, "OPTIONS", "*").status()).isEqualTo(404);
        assertThat(ask(fixture.setting(Schema.ENVIRONMENT_CORS, false).compile(), "OPTIONS", "/anything")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("M21 what no route answers gets the 404 page with the environment's headers, without those of a body")
    void notFound() {
        CompiledMock mock = new MockFixture()
                .environmentHeader("X-Env", "1")
                .environmentHeader("Content-Type", "application/json")
                .environmentHeader("Content-Encoding", "gzip")
                .compile();
        MockResponse response = ask(mock, "GET", "/nope//<b>");
        assertThat(response.status()).isEqualTo(404);
        assertThat(headers(response))
                .isEqualTo("X-Env: 1 | Content-Type: text/html; charset=utf-8"
                        + " | Content-Security-Policy: default-src 'none' | X-Content-Type-Options: nosniff"
                        + " | Content-Length: 152");
        assertThat(body(response)).isEqualTo("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <title>Error</title>
                        </head>
                        <body>
                        <pre>Cannot GET /nope//%3Cb%3E</pre>
                        </body>
                        </html>
                        """);
        assertThat(ask(mock, "HEAD", "/nope").body()).isEmpty();
        assertThat(ask(mock, "HEAD", "/nope").header("Content-Length")).isEqualTo("144");
        assertThat(body(ask(mock, "GET", "http://localhost/x"))).contains("Cannot GET /x<");
        assertThat(body(ask(mock, "GET", "/a&'\"`{}|^[]%2f"))).contains("/a&amp;&#39;%22%60%7B%7D|^[]%2f<");
    }

    @ParameterizedTest
    @DisplayName("M22 a path that can't be decoded gets 400, also where no route would match")
    @CsvSource({"/%zz", "/a%", "/%ff", "/a%C3", "/%ED%A0%80"})
    void undecodable(String path) {
        CompiledMock mock = new MockFixture()
                .environmentHeader("X-Env", "1")
                .route("get", "*", "x")
                .compile();
        MockResponse response = ask(mock, "GET", path);
        assertThat(response.status()).isEqualTo(400);
        assertThat(body(response)).isEqualTo("Failed to decode param '" + path + "'");
        assertThat(headers(response)).startsWith("X-Env: 1 | Content-Type: text/plain; charset=utf-8");
    }

    @Test
    @DisplayName("M23 the delays of environment and response add up")
    void delays() {
        CompiledMock mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_LATENCY, 30)
                .route("get", "a", "a")
                .ofResponse(Schema.RESPONSE_LATENCY, 70)
                .route("get", "b", "b")
                .ofResponse(Schema.RESPONSE_LATENCY, Integer.MAX_VALUE)
                .compile();
        assertThat(ask(mock, "GET", "/a").delayMillis()).isEqualTo(100);
        assertThat(ask(mock, "GET", "/b").delayMillis()).isEqualTo(Integer.MAX_VALUE);
        assertThat(ask(mock, "GET", "/none").delayMillis()).isEqualTo(30);
        assertThat(ask(mock, "OPTIONS", "/none").delayMillis()).isEqualTo(30);
    }

    @Test
    @DisplayName("M1 the prefix belongs to the path, in whatever form it is written")
    void prefix() {
        for (String prefix : new String[] {"api/v1", "/api/v1", "/api/v1/", "API//v1"}) {
            CompiledMock mock = new MockFixture()
                    .setting(Schema.ENVIRONMENT_PREFIX, prefix)
                    .route("get", "/a", "a")
                    .compile();
            assertThat(body(ask(mock, "GET", "/api/v1/a"))).isEqualTo("a");
            assertThat(ask(mock, "GET", "/a").status()).isEqualTo(404);
        }
    }
}
