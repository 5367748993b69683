package dev.understudy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.GivenFiles;
import dev.understudy.mock.GivenHeaders;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockFixture;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.HarJson;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("HTTP archives become environments that answer the same")
class HarImportTest {

    private static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", entries) + "]}}";
    }

    private static String entry(String method, String url, int status, String content) {
        return """
                {"request":{"method":"%s","url":"%s","headers":[{"name":"Authorization","value":"Bearer hunter22"}],
                  "postData":{"mimeType":"application/json","text":""}},
                 "response":{"status":%d,"headers":[{"name":":status","value":"200"},{"name":"content-encoding","value":"br"},
                  {"name":"set-cookie","value":"[REDACTED]"},{"name":"X-Kept","value":"yes"}],"content":%s}}""".formatted(method, url, status, content);
    }

    private static String text(String text) {
        return "{\"size\":%d,\"mimeType\":\"text/plain\",\"text\":\"%s\"}".formatted(text.length(), text);
    }

    private static ImportResult read(String file) {
        return EnvironmentImport.read(file.getBytes(StandardCharsets.UTF_8), new Random(1));
    }

    private static ImportResult.Imported imported(String file) {
        assertThat(read(file)).isInstanceOf(ImportResult.Imported.class);
        return (ImportResult.Imported) read(file);
    }

    private static List<String> notes(ImportResult.Imported imported) {
        return imported.problems().stream().map(problem -> problem.message()).toList();
    }

    private static MockResponse ask(ImportResult.Imported imported, String method, String path) {
        Environment document = imported.environment();
        CompiledMock mock = MockCompiler.compile(document, null).mock();
        var state = MockFixture.state(new GivenFiles(FileIndex.of(document).all().stream()
                .collect(Collectors.toMap(
                        file -> file.path().text(), file -> imported.files().get(file.content())))));
        mock.load(state);
        int question = path.indexOf('?');
        return MockFixture.answer(
                mock,
                new MockRequest(
                        method,
                        question < 0 ? path : path.substring(0, question),
                        question < 0 ? "" : path.substring(question + 1),
                        new GivenHeaders(Map.of("Host", "x")),
                        new byte[0],
                        Arrival.NOWHERE),
                state);
    }

    private static String body(MockResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("F48 F49 an archive becomes an environment with a route for each method and path")
    void routes() {
        ImportResult.Imported made = imported(har(
                entry("GET", "https://api.example.org/v1/orders?page=1", 200, text("one")),
                entry("GET", "https://api.example.org/v1/orders?page=2", 200, text("two")),
                entry("DELETE", "https://API.example.org:443/v1/orders/7#there", 404, text("no {{now}}")),
                entry(
                        "GET",
                        "https://api.example.org/logo",
                        200,
                        "{\"mimeType\":\"image/png\",\"text\":\"AAEC/w==\",\"encoding\":\"base64\"}")));
        assertThat(made.environment().root().get(Schema.ENVIRONMENT_NAME)).isEqualTo("api.example.org");
        assertThat(made.environment().nodes().stream().filter(node -> node.kind() == Kind.ROUTE))
                .hasSize(3);
        assertThat(body(ask(made, "GET", "/v1/orders?page=2"))).isEqualTo("two");
        assertThat(body(ask(made, "GET", "/v1/orders?page=1"))).isEqualTo("one");
        assertThat(ask(made, "DELETE", "/v1/orders/7").status()).isEqualTo(404);
        assertThat(body(ask(made, "DELETE", "/v1/orders/7"))).isEqualTo("no {{now}}");
        assertThat(ask(made, "GET", "/logo").body()).containsExactly(0, 1, 2, 255);
        assertThat(ask(made, "GET", "/logo").header("X-Kept")).isEqualTo("yes");
        assertThat(ask(made, "GET", "/logo").header("Content-Encoding")).isNull();
        assertThat(made.environment().nodes().toString()).doesNotContain("hunter22", "REDACTED");
        assertThat(notes(made)).containsExactly("Headers that hold secrets are left out: set-cookie.");
    }

    @Test
    @DisplayName("F50 of several servers the one that was asked most is taken, and the others are named")
    void hosts() {
        ImportResult.Imported made = imported(har(
                entry("GET", "http://one:8080/a", 200, text("1")),
                entry("GET", "http://two/a", 200, text("2")),
                entry("GET", "http://two/b", 200, text("2"))));
        assertThat(body(ask(made, "GET", "/a"))).isEqualTo("2");
        assertThat(notes(made).getFirst())
                .isEqualTo(
                        "What two answered is imported, which was asked most; one:8080 is not. To have that as well, open the environment and import the archive there.");
    }

    @Test
    @DisplayName("F51 what is no answer of an HTTP server, broken or without its body is counted")
    void faults() {
        ImportResult.Imported made = imported(har(
                entry("GET", "https://a/fine", 200, text("fine")),
                entry("GET", "https://a/blocked", 0, "{}"),
                entry("GET", "data:text/plain,x", 200, text("x")),
                entry("GET", "wss://a/socket", 101, "{}"),
                entry("GET", "https://a/socket", 101, "{}"),
                entry("GET", "https://a/cached", 304, "{}"),
                entry("GET", "https://a/broken", 200, "{\"text\":\"*\",\"encoding\":\"base64\"}")
                        .replace("*", "A"),
                entry("GET", "https://a/empty", 200, "{\"size\":12,\"mimeType\":\"text/html\"}"),
                "null",
                "{}",
                "{\"request\":[],\"response\":7}"));
        assertThat(notes(made))
                .contains(
                        "6 entries are no answers of an HTTP server and left out.",
                        "2 entries are no answers that a route can give and left out.",
                        "1 entry is without the text of the body: whoever saved the archive left it out.");
        assertThat(made.environment().nodes().stream().filter(node -> node.kind() == Kind.ROUTE))
                .hasSizeBetween(2, 3);
    }

    @ParameterizedTest(name = "F52 {0} is refused with what to do")
    @CsvSource(delimiter = '|', textBlock = """
                    {"log":{"entries":[]}} | There is no answer of an HTTP server
                    {"log":{"entries":[{}]}} | 1 entry is no answers
                    {"log":{"entries":{}}} | no HTTP archive
                    {"log":{"entries": | not valid JSON
                    [] | no HTTP archive
                    """)
    void refused(String file, String words) {
        HarArchive.Reading reading = HarImport.read(file.getBytes(StandardCharsets.UTF_8), _ -> {});
        assertThat(reading).isInstanceOf(HarArchive.Reading.Refused.class);
        assertThat(((HarArchive.Reading.Refused) reading).message())
                .contains(words)
                .endsWith(".");
    }

    @Test
    @DisplayName("F52 too many entries and things too deep inside each other are refused with the limit")
    void limits() {
        String[] entries = new String[HarReader.MAX_ENTRIES + 1];
        Arrays.fill(entries, "{}");
        assertThat(((ImportResult.Refused) read(har(entries))).message())
                .isEqualTo("The archive has 20,001 entries; the limit is 20,000. Save a shorter one.");
        String deep = har("[".repeat(5_000) + "]".repeat(5_000));
        assertThat(((ImportResult.Refused) read(deep)).message()).contains("goes beyond a limit");
    }

    @ParameterizedTest(name = "F52 the address {0} does no harm")
    @ValueSource(
            strings = {
                "http://a",
                "http://a/\\u0000",
                "http://a/%00",
                "http://a/%zz",
                "http://a/..//../%2e%2e/etc/passwd",
                "http://user:hunter22@a/b",
                "http://[::1]:99999/b",
                "http://a:b:c/d",
                "http://a/{{now}}?{{now}}={{now}}",
                "http://a/(((((((((((((((((((((((",
                "http://a/:::::***{{{{",
                "https://",
                "http:///",
                "http://a?q#f"
            })
    void hostileAddresses(String url) {
        ImportResult result = read(har(
                entry("GET", url, 200, text("x")),
                entry("GET", "http://other/fine", 200, text("fine")),
                entry("GET", "http://other/fine2", 200, text("fine"))));
        assertThat(result).isInstanceOf(ImportResult.Imported.class);
        assertThat(result.toString()).doesNotContain("hunter22");
        HarArchive.Reading reading =
                HarImport.read(har(entry("GET", url, 200, text("x"))).getBytes(StandardCharsets.UTF_8), _ -> {});
        assertThat(reading).isNotNull();
    }

    @Test
    @DisplayName("F48 what Understudy exports of the traffic becomes the same answers again")
    void ownArchive() {
        Exchange exchange = new Exchange(
                new UUID(0, 1),
                Instant.EPOCH,
                "GET",
                "/orders/1",
                "page=2",
                List.of(new HeaderLine("Cookie", "hunter22")),
                BodyExcerpt.EMPTY,
                201,
                List.of(new HeaderLine("Content-Type", "application/json"), new HeaderLine("Set-Cookie", "hunter22")),
                BodyExcerpt.of("{\"é\":1}".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty(),
                "",
                true,
                3,
                Reason.of(Why.UNKNOWN));
        ImportResult.Imported made = imported(HarJson.write("http://localhost:3000", List.of(exchange)));
        assertThat(ask(made, "GET", "/orders/1?page=2").status()).isEqualTo(201);
        assertThat(body(ask(made, "GET", "/orders/1?page=2"))).isEqualTo("{\"é\":1}");
    }
}
