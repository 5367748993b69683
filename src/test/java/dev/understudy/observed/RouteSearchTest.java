package dev.understudy.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.traffic.HeaderLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What another server was seen to answer becomes routes that answer the same")
class RouteSearchTest {

    @Test
    @DisplayName("L142 each method and path is one route, however often it was asked")
    void once() {
        Lesson lesson = new Lesson()
                .saw("GET", "/orders", 200, "[]")
                .saw("GET", "/orders", 200, "[]")
                .saw("GET", "/orders/", 200, "[]")
                .sent("POST", "/orders", "{\"a\":1}", 201, "{}")
                .saw("GET", "/", 200, "home");
        assertThat(Lesson.words(lesson.find(false)))
                .containsExactly("GET / 200*", "GET /orders 200*", "POST /orders 201*");
        assertThat(lesson.learn(false).mistakes()).isEmpty();
        assertThat(lesson.edits(false).edits()).isEmpty();
    }

    @Test
    @DisplayName(
            "L143 paths that differ in numbers, ids and dates become one route on request, each answer with its rule")
    void grouped() {
        Lesson lesson = new Lesson()
                .saw("GET", "/orders/42", 200, "{\"id\":42}")
                .saw("GET", "/orders/43", 200, "{\"id\":43}")
                .saw("GET", "/orders/44", 404, "no")
                .saw("GET", "/orders/latest", 200, "{\"id\":44}")
                .saw("GET", "/orders/42/items/7", 200, "[7]")
                .saw("GET", "/orders/43/items/8", 200, "[8]")
                .saw("GET", "/users/0198c0de-0000-7000-8000-0123456789ab", 200, "ana")
                .saw("GET", "/days/2026-11-30", 200, "mon")
                .saw("GET", "/days/2026-12-01", 200, "tue");
        assertThat(Lesson.words(lesson.find(true)))
                .containsExactly(
                        "GET /days/:date 200[date 2026-11-30]* 200[date 2026-12-01]",
                        "GET /orders/latest 200*",
                        "GET /orders/:id 200[id 42]* 200[id 43] 404[id 44]",
                        "GET /orders/:orderId/items/:id 200[id 7]* 200[id 8]",
                        "GET /users/:id 200*");
        assertThat(lesson.find(false).routes()).hasSize(9);
        assertThat(lesson.learn(true).mistakes()).isEmpty();
        assertThat(lesson.edits(true).edits()).isEmpty();
        assertThat(lesson.edits(false).edits()).isEmpty();
    }

    @Test
    @DisplayName("L144 who makes up names for each request does not keep the search busy, and what all have decides")
    void namesMadeUp() {
        Lesson lesson = new Lesson();
        for (int number = 0; number < 400; number++) {
            String query = "page=%d".formatted(number % 3);
            for (int name = 0; name < 50; name++) {
                query += "&n%dx%d=1".formatted(number, name);
            }
            lesson.saw("GET", "/search?" + query, 200, "page " + number % 3);
        }
        assertThat(Lesson.words(lesson.find(false)))
                .containsExactly("GET /search 200[page 0]* 200[page 1] 200[page 2]");
    }

    @Test
    @DisplayName("L143 neither a word nor a number that stands alone in its place becomes a parameter")
    void noGuesses() {
        Lesson lesson = new Lesson()
                .saw("GET", "/v/2/users", 200, "users")
                .saw("GET", "/v/2/teams", 200, "teams")
                .saw("GET", "/cafe/deadbeef", 200, "beef")
                .saw("GET", "/cafe/facade", 200, "front");
        assertThat(Lesson.words(lesson.find(true)))
                .containsExactly(
                        "GET /cafe/deadbeef 200*",
                        "GET /cafe/facade 200*",
                        "GET /v/2/teams 200*",
                        "GET /v/2/users 200*");
    }

    @Test
    @DisplayName(
            "L144 answers that depend on the query or the body are told apart by it, on as few properties as will do")
    void rules() {
        Lesson lesson = new Lesson()
                .saw("GET", "/list?page=1&_=111", 200, "one")
                .saw("GET", "/list?page=2&_=112", 200, "two")
                .saw("GET", "/list?page=2&_=113", 200, "two")
                .saw("GET", "/list?_=114", 200, "all")
                .saw("GET", "/find?f[a.b]=1", 200, "dotted 1")
                .saw("GET", "/find?f[a.b]=2", 200, "dotted 2")
                .sent("POST", "/graphql", "{\"query\":\"q\",\"variables\":{\"id\":1}}", 200, "first")
                .sent("POST", "/graphql", "{\"query\":\"q\",\"variables\":{\"id\":2}}", 200, "second")
                .saw("POST", "/form", "application/x-www-form-urlencoded", "a=1&b=2", 200, "text/plain", bytes("12"))
                .saw("POST", "/form", "application/x-www-form-urlencoded", "a=2&b=2", 200, "text/plain", bytes("22"));
        assertThat(Lesson.words(lesson.find(true)))
                .containsExactly(
                        "GET /find 200[f.a\\.b 1]* 200[f.a\\.b 2]",
                        "POST /form 200[a 1]* 200[a 2]",
                        "POST /graphql 200[variables.id 1]* 200[variables.id 2]",
                        "GET /list 200[page 1] 200[page 2]* 200[no page]");
        assertThat(lesson.learn(true).mistakes()).isEmpty();
        assertThat(lesson.edits(true).edits()).isEmpty();
    }

    @Test
    @DisplayName("L144 of a request that was answered differently the last answer counts, and that is said")
    void changing() {
        Lesson lesson = new Lesson().saw("GET", "/now", 200, "1").saw("GET", "/now", 200, "2");
        Findings findings = lesson.find(false);
        assertThat(Lesson.words(findings)).containsExactly("GET /now 200*");
        assertThat(findings.routes().getFirst().notes())
                .containsExactly(
                        "Some requests were answered differently at different times, with nothing in them to tell why. The last answer counts.");
        assertThat(lesson.learn(false).mistakes()).isEmpty();
    }

    @Test
    @DisplayName(
            "L145 what may be a credential of a request is not kept, and headers of answers that hold secrets are left out")
    void secrets() {
        Lesson lesson = new Lesson()
                .sent("POST", "/login", "{\"user\":\"ana\",\"password\":\"hunter22\"}", 200, "{}")
                .saw("GET", "/me?access_token=hunter22&api-key=hunter22", 200, "{}")
                .saw(
                        "GET",
                        "/cookie",
                        "",
                        "",
                        200,
                        List.of(
                                new HeaderLine("Set-Cookie", "session=hunter22"),
                                new HeaderLine("Date", "now"),
                                new HeaderLine("Connection", "close"),
                                new HeaderLine("X-Kept", "yes")),
                        bytes("c"));
        assertThat(lesson.observed().toString()).contains("ana", "X-Kept").doesNotContain("hunter22", "Date", "close");
        assertThat(lesson.find(false).notes()).containsExactly("Headers that hold secrets are left out: set-cookie.");
        assertThat(lesson.edits(false).edits().toString()).doesNotContain("hunter22");
    }

    @Test
    @DisplayName("L146 texts become bodies, everything else files with the same bytes, compressed contents decoded")
    void bodies() throws IOException {
        byte[] binary = new byte[100_000];
        new Random(7).nextBytes(binary);
        List<HeaderLine> zipped =
                List.of(new HeaderLine("Content-Type", "application/json"), new HeaderLine("Content-Encoding", "gzip"));
        List<HeaderLine> odd =
                List.of(new HeaderLine("Content-Type", "text/plain"), new HeaderLine("Content-Encoding", "br"));
        Lesson lesson = new Lesson()
                .saw("GET", "/logo.png", "", "", 200, "image/png", binary)
                .saw("GET", "/again", "", "", 200, "image/png", binary)
                .saw("GET", "/zipped", "", "", 200, zipped, gzip("{\"{{now}}\":1}"))
                .saw("GET", "/brotli", "", "", 200, odd, new byte[] {1, 2, 3})
                .saw("GET", "/lies", "", "", 200, zipped, bytes("not zipped"))
                .saw(
                        "GET",
                        "/long",
                        "",
                        "",
                        200,
                        "text/plain",
                        "x".repeat(MediaType.MAX_TEXT_BYTES + 1).getBytes(StandardCharsets.UTF_8))
                .saw("DELETE", "/nothing", 204, "");
        RouteEdits.Made made = lesson.edits(false);
        assertThat(made.routes()).isEqualTo(7);
        assertThat(made.files()).hasSize(4);
        assertThat(made.edits().toString()).contains("recorded/again.png", "recorded/long.txt", "Content-Encoding");
        assertThat(lesson.learn(false).mistakes()).isEmpty();
        assertThat(lesson.edits(false).edits()).isEmpty();
    }

    @Test
    @DisplayName("L147 a route that answers already gets further responses by rules, or stays as it is")
    void existing() {
        MockFixture fixture = new MockFixture()
                .route("get", "orders/:order", "any")
                .route("get", "plain", "mine")
                .route("get", "turns/:id", "mine")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.RANDOM);
        Lesson lesson = new Lesson(fixture)
                .saw("GET", "/orders/42", 200, "forty-two")
                .saw("GET", "/orders/43", 200, "forty-three")
                .saw("GET", "/plain", 200, "theirs")
                .saw("GET", "/plain?page=2", 200, "theirs 2");
        Findings findings = lesson.find(false);
        assertThat(Lesson.words(findings))
                .containsExactly(
                        "GET /orders/:order 200[order 42] 200[order 43]", "GET /plain 200[page 2] 200[no page]");
        assertThat(findings.routes()).allMatch(route -> route.existing().isPresent());
        Findings left = RouteSearch.find(lesson.document, lesson.observed(), new Manner(true, false, false));
        assertThat(left.isEmpty()).isTrue();
        assertThat(left.routes().getFirst().notes()).containsExactly("The route is there already and stays as it is.");
        assertThat(lesson.learn(true).mistakes()).isEmpty();
        assertThat(lesson.edits(true).edits()).isEmpty();
    }

    @Test
    @DisplayName(
            "L147 where nothing tells requests from others, or responses are not chosen by rules, a route stays as it is")
    void indistinct() {
        MockFixture fixture = new MockFixture()
                .route("get", "plain", "mine")
                .route("get", "turns/:id", "mine")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.RANDOM);
        Lesson lesson = new Lesson(fixture).saw("GET", "/plain", 200, "theirs").saw("GET", "/turns/1", 200, "theirs");
        assertThat(lesson.find(true).isEmpty()).isTrue();
        assertThat(lesson.find(true).routes().stream().flatMap(route -> route.notes().stream()))
                .containsExactly(
                        "Nothing in these requests tells them from others to the same route, so it stays as it is.",
                        "This route does not choose its responses by rules, so it stays as it is.");
    }

    @Test
    @DisplayName("L147 new routes stand before one that takes everything")
    void catchAll() {
        Lesson lesson = new Lesson(new MockFixture().route("get", "first", "1").route("all", "*", "all"))
                .saw("GET", "/a/1", 200, "one")
                .saw("GET", "/b", 200, "b");
        assertThat(lesson.learn(false).mistakes()).isEmpty();
    }

    @Test
    @DisplayName("L148 paths stay below the prefix of the environment; what is not below it is left out, or put there")
    void prefix() {
        Lesson lesson = new Lesson(new MockFixture().setting(Schema.ENVIRONMENT_PREFIX, "api/v1"))
                .saw("GET", "/api/v1/a", 200, "a")
                .saw("GET", "/elsewhere", 200, "e");
        assertThat(Lesson.words(lesson.find(false))).containsExactly("GET /a 200*");
        assertThat(lesson.find(false).notes())
                .containsExactly(
                        "1 request did not go below the path prefix of the environment and can't be answered by a route.");
        assertThat(Lesson.words(RouteSearch.find(lesson.document, lesson.observed(), new Manner(false, true, true))))
                .containsExactly("GET /a 200*", "GET /elsewhere 200*");
    }

    @Test
    @DisplayName("L142 signs that mean something in paths of routes are taken as they are")
    void signs() {
        Lesson lesson = new Lesson()
                .saw("GET", "/a:b", 200, "1")
                .saw("GET", "/a(b)", 200, "2")
                .saw("GET", "/*", 200, "3")
                .saw("GET", "/a%20b", 200, "4")
                .saw("GET", "/caf%C3%A9", 200, "5")
                .saw("GET", "/a+b", 200, "6")
                .saw("GET", "/a!b$c'd", 200, "7")
                .saw("GET", "/{x}", 200, "8")
                .saw("GET", "/b/:name+", 200, "9")
                .saw("GET", "//c//d", 200, "10");
        assertThat(lesson.learn(true).mistakes()).isEmpty();
        assertThat(lesson.find(true).notes()).isEmpty();
    }

    @Test
    @DisplayName("L149 what is no answer for others, or can't be a route, is left out")
    void leftOut() {
        Lesson lesson = new Lesson()
                .saw("GET", "/a", 304, "")
                .saw("BREW", "/a", 200, "")
                .saw("GET", "/a", 101, "")
                .saw("GET", "/a", 0, "")
                .saw("GET", "http://other/a", 200, "")
                .saw("GET", "/" + "a".repeat(Observation.MAX_PATH), 200, "");
        assertThat(lesson.leftOut())
                .containsExactly(
                        Observation.Why.NOT_MODIFIED,
                        Observation.Why.METHOD,
                        Observation.Why.NO_ANSWER,
                        Observation.Why.NO_ANSWER,
                        Observation.Why.PATH,
                        Observation.Why.PATH);
        assertThat(lesson.observed()).isEmpty();
    }

    @Test
    @DisplayName("L149 a route gets a bounded number of responses")
    void bounded() {
        Lesson lesson = new Lesson();
        for (int number = 0; number < 300; number++) {
            lesson.saw("GET", "/orders/" + number, 200, "order " + number);
        }
        Findings findings = lesson.find(true);
        assertThat(findings.routes()).hasSize(1);
        assertThat(findings.routes().getFirst().responses()).hasSize(RouteSearch.MAX_RESPONSES);
        assertThat(findings.routes().getFirst().notes())
                .containsExactly("It would have 300 responses; the first 250 are kept.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
