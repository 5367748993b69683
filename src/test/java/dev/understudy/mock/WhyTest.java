package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.explain.Asked;
import dev.understudy.mock.explain.Secrecy;
import dev.understudy.mock.rule.Trail;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyTest {

    private static final Secrecy NONE = (_, _, seen) -> seen;

    /// Asks as a listener does, and has the answer explained.
    private static Why why(RunningMock mock, String method, String target, String body, String... headers) {
        Reply reply = mock.reply(method, target, body, headers);
        MockRequest request = RunningMock.request(method, target, body, headers);
        boolean proxied = reply instanceof Forward;
        MockResponse response = switch (reply) {
            case Forward forward -> forward.answered(200, List.of(), new byte[0]);
            case MockResponse own -> own;
        };
        return mock.mock()
                .signposts()
                .explain(new Asked(
                        method,
                        request.rawPath(),
                        response.status(),
                        response.origin(),
                        proxied,
                        response.trail(),
                        NONE));
    }

    private static Why why(MockFixture fixture, String target, String... headers) {
        return why(fixture.run(), "GET", target, "", headers);
    }

    private static List<String> lines(Why why) {
        return why.lines().stream().map(Line::toString).toList();
    }

    private static List<String> words(List<OtherRoute> routes) {
        return routes.stream().map(OtherRoute::toString).toList();
    }

    private static String given(String cell) {
        return cell == null ? "" : cell;
    }

    private static MockFixture two(String target, String modifier, String operator, String value) {
        return new MockFixture()
                .route("all", "t/:id", "yes")
                .ofResponse(Schema.RESPONSE_STATUS, 404)
                .rule(target, modifier, operator, value)
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_LABEL, "Found")
                .ofResponse(Schema.RESPONSE_DEFAULT, true);
    }

    @ParameterizedTest(name = "L53 {0} {1} {2} {3}: {6}, having seen {7}")
    @DisplayName("L53 each target with each operator is told with what it saw and whether it held")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                // target | modifier | operator | value | request target | body | line | seen
                "query|a|equals|1|/t/1?a=1||✓ 404 — query a equals 1|1",
                "query|a|equals|1|/t/1?a=2||✕ 404 — query a equals 1|2",
                "query|a|null||/t/1||✓ 404 — query a is empty|",
                "query|a|array_includes|2|/t/1?a=1&a=2||✓ 404 — query a includes 2|[\"1\",\"2\"]",
                "query|a|empty_array||/t/1?a=1||✕ 404 — query a is an empty list|1",
                "header|X-A|regex|^o|/t/1||✓ 404 — header X-A matches /^o/|one",
                "header|X-A|regex_i|^O|/t/1||✓ 404 — header X-A matches /^O/i|one",
                "header|X-Z|equals|1|/t/1||✕ 404 — header X-Z equals 1|",
                "cookie|c|equals|v|/t/1||✓ 404 — cookie c equals v|v",
                "cookie||null||/t/1||✕ 404 — cookie is empty|",
                "params|id|equals|0|/t/7||✕ 404 — param id equals 0|7",
                "path||equals|/t/7?x=1|/t/7?x=1||✓ 404 — path equals /t/7?x=1|/t/7?x=1",
                "method||equals|get|/t/7||✓ 404 — method equals get|get",
                "request_number||equals|1|/t/7||✓ 404 — request number equals 1|1",
                "global_var|g|equals|5|/t/7||✓ 404 — variable g equals 5|5",
                "data_bucket|b1.list|array_includes|q|/t/7||✓ 404 — bucket b1.list includes q|[\"p\",\"q\"]",
                "data_bucket|b1|equals|x|/t/7||✕ 404 — bucket b1 equals x|{\"n\":1.5,\"list\":[\"p\",\"q\"],\"schema\":{\"type\":\"object\"}}",
                "templating|{{urlParam 'id'}}|equals|7|/t/7||✓ 404 — template {{urlParam 'id'}} equals 7|7",
                "body||equals|x|/t/7|{\"a\":1}|✕ 404 — body equals x|{\"a\":1}",
                "body|a|equals|1|/t/7|{\"a\":1}|✓ 404 — body a equals 1|1",
                "body||valid_json_schema|b1.schema|/t/7|{\"a\":1}|✓ 404 — body fits schema b1.schema|{\"a\":1}",
            })
    void targets(
            String target,
            String modifier,
            String operator,
            String value,
            String request,
            String body,
            String line,
            String seen) {
        RunningMock mock = two(target, given(modifier), operator, given(value))
                .bucket("b1", "Bucket", "{\"n\":1.5,\"list\":[\"p\",\"q\"],\"schema\":{\"type\":\"object\"}}")
                .run();
        mock.state().setVariable("g", new JsValue.Num(5));
        Why why = why(
                mock, "GET", request, given(body), "X-A", "one", "Cookie", "c=v", "Content-Type", "application/json");
        boolean held = line.startsWith("✓");
        assertThat(lines(why)).isEqualTo(held ? List.of(line) : List.of(line, "✓ default"));
        Check check = why.lines().getFirst().checks().getFirst();
        assertThat(check.compared()).isEqualTo(Optional.ofNullable(seen));
        assertThat(check.held()).contains(held);
        assertThat(check.target().wireName()).isEqualTo(target);
        assertThat(why.by()).isEqualTo(Why.By.RESPONSE);
        assertThat(why.summary()).isEqualTo(held ? "answered by 404" : "answered by Found");
    }

    @Test
    @DisplayName("L53 an inverted rule reads as it is meant")
    void inverted() {
        MockFixture fixture = new MockFixture()
                .route("get", "t", "yes")
                .ofResponse(Schema.RESPONSE_STATUS, 409)
                .rule("header", "X-Paid", "null", "")
                .inverted()
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_DEFAULT, true);
        assertThat(lines(why(fixture, "/t"))).containsExactly("✕ 409 — header X-Paid is set", "✓ default");
        Why paid = why(fixture, "/t", "X-Paid", "1");
        assertThat(lines(paid)).containsExactly("✓ 409 — header X-Paid is set");
        assertThat(paid.lines().getFirst().checks().getFirst())
                .isEqualTo(new Check(
                        RuleTarget.HEADER, "X-Paid", RuleOperator.NULL, "", true, Optional.of("1"), Optional.of(true)));
    }

    private static MockFixture joined(RuleLogic logic) {
        return new MockFixture()
                .route("get", "t", "yes")
                .ofResponse(Schema.RESPONSE_RULES_OPERATOR, logic)
                .rule("query", "a", "equals", "1")
                .rule("query", "b", "equals", "2")
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_DEFAULT, true);
    }

    @Test
    @DisplayName("L53 of rules that go together those are told apart that nobody looked at")
    void both() {
        Why failed = why(joined(RuleLogic.AND), "/t?a=0&b=2");
        assertThat(lines(failed)).containsExactly("✕ 200 — query a equals 1 and query b equals 2", "✓ default");
        assertThat(failed.lines().getFirst().checks())
                .extracting(Check::held)
                .containsExactly(Optional.of(false), Optional.empty());
        assertThat(lines(why(joined(RuleLogic.AND), "/t?a=1&b=2")))
                .containsExactly("✓ 200 — query a equals 1 and query b equals 2");
    }

    @Test
    @DisplayName("L53 one of several rules is enough where its author says so")
    void oneOf() {
        Why held = why(joined(RuleLogic.OR), "/t?a=1");
        assertThat(lines(held)).containsExactly("✓ 200 — query a equals 1 or query b equals 2");
        assertThat(held.lines().getFirst().checks())
                .extracting(Check::held)
                .containsExactly(Optional.of(true), Optional.empty());
    }

    @Test
    @DisplayName("L53 a default response whose own rules failed answers as the default")
    void defaultWithRules() {
        MockFixture fixture = new MockFixture().route("get", "t", "only").rule("query", "a", "equals", "1");
        assertThat(lines(why(fixture, "/t?a=2"))).containsExactly("✕ 200 — query a equals 1", "✓ default");
        assertThat(lines(why(fixture, "/t?a=1"))).containsExactly("✓ 200 — query a equals 1");
    }

    @Test
    @DisplayName("L54 a route in fallback mode that passed the request on is told with its rules")
    void fallback() {
        MockFixture fixture = new MockFixture()
                .route("get", "t/:id", "first")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK)
                .rule("params", "id", "equals", "0")
                .route("get", "t/*", "second");
        Why why = why(fixture, "/t/7");
        assertThat(lines(why)).containsExactly("✕ GET t/:id: 200 — param id equals 0", "✓ default");
        assertThat(words(why.passed()))
                .containsExactly("GET t/:id: none of its rules held, so it passed the request on (fallback mode)");
        assertThat(lines(why(fixture, "/t/0"))).containsExactly("✓ 200 — param id equals 0");
    }

    @Test
    @DisplayName("L54 a route in fallback mode without rules is passed over, and nothing is left")
    void fallbackWithoutRules() {
        MockFixture fixture =
                new MockFixture().route("get", "t", "first").ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK);
        assertThat(words(why(fixture, "/t").nearest()))
                .containsExactly("GET t: none of its rules held, so it passed the request on (fallback mode)");
    }

    @Test
    @DisplayName("L53 a response that has its turn, and the one after it, are told as they were then")
    void sequential() {
        RunningMock mock = new MockFixture()
                .route("get", "t", "one")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.SEQUENTIAL)
                .response(201, "two")
                .run();
        assertThat(lines(why(mock, "GET", "/t", ""))).containsExactly("✓ 200 — its turn, 1 of 2");
        assertThat(lines(why(mock, "GET", "/t", ""))).containsExactly("✓ 201 — its turn, 2 of 2");
    }

    @Test
    @DisplayName("L53 a response that chance picked is told as such")
    void random() {
        MockFixture fixture =
                new MockFixture().route("get", "t", "one").ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.RANDOM);
        assertThat(lines(why(fixture, "/t"))).containsExactly("✓ 200 — picked at random");
    }

    @Test
    @DisplayName("L53 rules that are switched off are told as such")
    void rulesOff() {
        MockFixture fixture =
                two("query", "a", "equals", "1").ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.DISABLE_RULES);
        assertThat(lines(why(fixture, "/t/1?a=1"))).containsExactly("✓ default — rules are switched off");
    }

    @Test
    @DisplayName("L54 what is switched off, in itself or by its folder, and what has another method is passed over")
    void passedOver() {
        MockFixture fixture = new MockFixture()
                .folder(false)
                .route("get", "t", "in a folder")
                .endOfFolder()
                .route("get", "t", "off")
                .ofRoute(Schema.ROUTE_ENABLED, false)
                .route("post", "t", "another method")
                .bareRoute("get", "t")
                .route("get", "t", "this one")
                .route("get", "t", "a later one");
        assertThat(words(why(fixture, "/t").passed()))
                .containsExactly(
                        "GET t: its folder “New folder” is switched off",
                        "GET t: the route is switched off",
                        "POST t: the method is POST there",
                        "GET t: it has no response");
    }

    @ParameterizedTest(name = "L55 {0} {1}: {2}")
    @DisplayName("L55 where nothing matched, the nearest routes are told with what differs")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/v1/order/42|nothing matched · nearest: orders/:id|GET orders/:id: segment 2 is `orders` there",
                "POST|/v1/orders/42|the method is GET there|GET orders/:id: the method is GET there",
                "GET|/v1/orders/42/items|nothing matched · nearest: orders/:id|GET orders/:id: one segment less there",
                "GET|/v1/menu|nothing matched · nearest: menu/today|GET menu/today: one segment more there",
                "GET|/orders/42|nothing matched · nearest: orders/:id|GET orders/:id: the prefix `v1` is missing",
                "POST|/menu/today|nothing matched · nearest: menu/today|GET menu/today: the prefix `v1` is missing and the method is GET there",
                "GET|/v2/menu/today|nothing matched · nearest: menu/today|GET menu/today: segment 1 is `v1` there",
                "DELETE|/v1/gone|the route is switched off|DELETE gone: the route is switched off",
                "GET|/v1/talk|it answers WebSockets only|WS talk: it answers WebSockets only",
                "PATCH|/v1/drinks/7/x|nothing matched · nearest: drinks|CRUD drinks: one segment less there",
                "GET|/v1/hidden|its folder “New folder” is switched off|GET hidden: its folder “New folder” is switched off",
            })
    void nearest(String method, String path, String summary, String first) {
        RunningMock mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_PREFIX, "v1")
                .route("get", "orders/:id", "x")
                .route("get", "menu/today", "x")
                .route("delete", "gone", "x")
                .ofRoute(Schema.ROUTE_ENABLED, false)
                .route("", "talk", "x")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.WS)
                .bucket("b1", "Drinks", "[]")
                .crud("drinks", "b1")
                .folder(false)
                .route("get", "hidden", "x")
                .run();
        Why why = why(mock, method, path, "");
        assertThat(why.by()).isEqualTo(Why.By.NOTHING);
        assertThat(why.summary()).isEqualTo(summary);
        assertThat(words(why.nearest()).getFirst()).isEqualTo(first);
        assertThat(why.nearest()).hasSizeBetween(1, 3);
    }

    @ParameterizedTest(name = "L55 {0} {1}: {2}")
    @DisplayName("L55 routes that have neither a segment nor the method in common with the request are not near")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/v1/invoices/7|''",
                "PUT|/v1|''",
                "PUT|/v1/ordres|orders/:id",
                "PUT|/elsewhere/menu|menu/today",
                "POST|/v1/invoices/7|drinks",
                "DELETE|/invoices|gone, drinks",
            })
    void far(String method, String path, String near) {
        RunningMock mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_PREFIX, "v1")
                .route("get", "orders/:id", "x")
                .route("get", "menu/today", "x")
                .route("get", ":any", "x")
                .route("post", "drinks", "x")
                .route("delete", "gone", "x")
                .route("delete", "drinks", "x")
                .run();
        Why why = why(mock, method, path, "");
        assertThat(why.nearest().stream().map(OtherRoute::path).filter(one -> !one.equals(":any")))
                .containsExactlyInAnyOrderElementsOf(near.isEmpty() ? List.of() : List.of(near.split(", ")));
        if (why.nearest().isEmpty()) {
            assertThat(why.summary()).isEqualTo("nothing matched · no route resembles it");
        }
    }

    @Test
    @DisplayName("L53 a route that keeps items tells what it does with which data bucket")
    void crud() {
        RunningMock mock = new MockFixture()
                .bucket("b1", "Drinks", "[]")
                .crud("drinks", "b1")
                .run();
        assertThat(lines(why(mock, "GET", "/drinks", "")))
                .containsExactly("✓ default", "· CRUD: lists the data bucket “Drinks”");
        assertThat(lines(why(mock, "GET", "/drinks/7", "")))
                .containsExactly("✓ default", "· CRUD: reads one item of the data bucket “Drinks”");
        assertThat(lines(why(mock, "POST", "/drinks", "{}")))
                .containsExactly("✓ default", "· CRUD: adds an item to the data bucket “Drinks”");
    }

    @Test
    @DisplayName("L53 a body out of a file, or out of a data bucket, is told as such")
    void sources() {
        MockFixture fixture = new MockFixture()
                .bucket("b1", "Drinks", "[]")
                .route("get", "file", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "menu.pdf")
                .route("get", "bucket", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET)
                .ofResponse(Schema.RESPONSE_BUCKET, "b1");
        assertThat(lines(why(fixture, "/file"))).containsExactly("✓ default", "· the body is the file menu.pdf");
        assertThat(lines(why(fixture, "/bucket")))
                .containsExactly("✓ default", "· the body is the data bucket “Drinks”");
    }

    @Test
    @DisplayName("L53 what another server answered, a preflight and a path that can't be read are told as such")
    void others() {
        MockFixture fixture = new MockFixture().route("get", "t", "x");
        RunningMock proxying = new MockFixture()
                .route("get", "t", "x")
                .setting(Schema.ENVIRONMENT_PROXY, true)
                .setting(Schema.ENVIRONMENT_PROXY_HOST, "http://example.org")
                .run();
        Why proxied = why(proxying, "GET", "/other", "");
        assertThat(proxied.by()).isEqualTo(Why.By.PROXY);
        assertThat(lines(proxied)).containsExactly("· nothing matched, so the request went to the server behind");
        assertThat(why(fixture.run(), "OPTIONS", "/t", "").by()).isEqualTo(Why.By.PREFLIGHT);
        Why unreadable = why(fixture, "/t%zz");
        assertThat(lines(unreadable)).containsExactly("✕ the path can't be read");
        assertThat(unreadable.summary()).isEqualTo("could not be answered");
        assertThat(why(new MockFixture(), "/t").summary()).isEqualTo("nothing matched · no route resembles it");
    }

    @Test
    @DisplayName("L53 an answer that could not be made is told with its reason and its route")
    void failure() {
        MockFixture fixture = two("body", "", "regex", "(x+x+)+y");
        Why why = why(fixture.run(), "POST", "/t/1", "x".repeat(1_000_000));
        assertThat(why.by()).isEqualTo(Why.By.FAILURE);
        assertThat(why.lines()).hasSize(1);
        assertThat(why.lines().getFirst().node()).contains(fixture.route());
    }

    @Test
    @DisplayName("L53 what was decided is told as it was then, whatever changed since")
    void asItWas() {
        RunningMock mock = two("global_var", "g", "equals", "5").run();
        mock.state().setVariable("g", new JsValue.Num(5));
        MockResponse response = mock.get("/t/1");
        mock.state().setVariable("g", new JsValue.Num(6));
        Why why = mock.mock()
                .signposts()
                .explain(new Asked("GET", "/t/1", 404, response.origin(), false, response.trail(), NONE));
        assertThat(lines(why)).containsExactly("✓ 404 — variable g equals 5");
        assertThat(why.lines().getFirst().checks().getFirst().compared()).contains("5");
    }

    @Test
    @DisplayName("L53 of what a rule saw 200 characters are told, whatever it was")
    void cut() {
        RunningMock mock = two("body", "", "regex", "y").run();
        String text = why(mock, "POST", "/t/1", "x".repeat(100_000))
                .lines()
                .getFirst()
                .checks()
                .getFirst()
                .compared()
                .orElseThrow();
        assertThat(text).hasSize(200).endsWith("x…");
        String list = why(
                        two("body", "", "empty_array", "").run(),
                        "POST",
                        "/t/1",
                        "[" + "[1,2],".repeat(10_000) + "3]",
                        "Content-Type",
                        "application/json")
                .lines()
                .getFirst()
                .checks()
                .getFirst()
                .compared()
                .orElseThrow();
        assertThat(list).hasSize(200).startsWith("[[1,2],[1,2],").endsWith("…");
    }

    @Test
    @DisplayName("L57 of many rules and many routes some are told")
    void many() {
        MockFixture fixture = new MockFixture();
        for (int number = 0; number < 12; number++) {
            fixture.route("post", "t", "another method");
        }
        fixture.route("get", "t", "this");
        for (int number = 0; number < 6; number++) {
            fixture.rule("query", "a" + number, "equals", "x".repeat(1_000));
        }
        Why why = why(fixture, "/t");
        assertThat(why.passed()).hasSize(10);
        assertThat(why.lines().getFirst().text()).endsWith("… and 2 more rules").hasSizeLessThan(500);
        assertThat(why.lines().getFirst().checks())
                .hasSize(6)
                .allMatch(check -> check.value().length() == 200);
    }

    @Test
    @DisplayName("L57 a rule notes 200 steps at most, and answers without rules note nothing")
    void bounded() {
        Trail trail = new Trail();
        trail.tries(new NodeId("00000001-0000-4000-8000-000000000000"));
        assertThat(trail.isEmpty()).isTrue();
        for (int rule = 0; rule < 1_000; rule++) {
            trail.checked(0, rule, false, JsValue.Text.EMPTY);
        }
        assertThat(trail.steps()).hasSize(Trail.MAX_STEPS);
        Trail large = new Trail();
        large.tries(new NodeId("00000001-0000-4000-8000-000000000000"));
        for (int rule = 0; rule < Trail.MAX_STEPS; rule++) {
            large.checked(0, rule, false, new JsValue.Text("x".repeat(10_000)));
        }
        assertThat(large.steps().stream()
                        .mapToInt(step -> step.seen().orElseThrow().length())
                        .sum())
                .isBetween(Trail.MAX_CHARACTERS, 2 * Trail.MAX_CHARACTERS);
        assertThat(new MockFixture().route("get", "t", "x").run().get("/t").trail())
                .isEmpty();
    }

    @Test
    @DisplayName("L53 hidden is what must not be seen")
    void hidden() {
        RunningMock mock = two("header", "X-Api-Key", "equals", "k").run();
        MockResponse response = mock.get("/t/1", "X-Api-Key", "secret");
        Why why = mock.mock()
                .signposts()
                .explain(new Asked(
                        "GET",
                        "/t/1",
                        200,
                        response.origin(),
                        false,
                        response.trail(),
                        (target, name, seen) -> target + " " + name + " was " + seen.length()));
        assertThat(why.lines().getFirst().checks().getFirst().compared()).contains("HEADER X-Api-Key was 6");
    }
}
