package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Problem;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.Schema;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.DeferredReply;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

    private static MockFixture two(String target, String modifier, String operator, String value) {
        return new MockFixture()
                .route("all", "t/:id", "yes")
                .rule(target, modifier, operator, value)
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_DEFAULT, true);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4} is {6}")
    @DisplayName("M30 each target with each operator")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                // target | modifier | operator | value | request target | body | answer
                "query|a|equals|1|/t/1?a=1||yes",
                "query|a|equals|1|/t/1?a=2||no",
                "query|a.b|equals|1|/t/1?a[b]=1||yes",
                "query|$.a.b|equals|1|/t/1?a[b]=1||yes",
                "query|a|array_includes|2|/t/1?a=1&a=2||yes",
                "query|a|array_includes|2|/t/1?a=2||no",
                "query|a|equals|2|/t/1?a=1&a=2||yes",
                "query|a|null||/t/1||yes",
                "query|a|null||/t/1?a=||yes",
                "query||null||/t/1||no",
                "query|a|empty_array||/t/1?a=1||no",
                "query|a|regex|^x.z$|/t/1?a=xyz||yes",
                "query|a|regex|^x.z$|/t/1?a=XYZ||no",
                "query|a|regex_i|^x.z$|/t/1?a=XYZ||yes",
                "query|a|regex|b|/t/1?a=x&a=b||yes",
                "query||equals|[object Object]|/t/1||yes",
                "params|id|equals|7|/t/7||yes",
                "params||equals|7|/t/7||no",
                "path||equals|/t/7|/t/7||yes",
                "path||equals|/t/7|/t/7?x=1||no",
                "path||equals|/t/7?x=1|/t/7?x=1||yes",
                "path||equals|*|/t/7||yes",
                "path||equals|/t/7|//t//7||yes",
                "path||equals|/t/7|/t/7/||no",
                "method||equals|get|/t/7||yes",
                "method||equals|GET|/t/7||no",
                "request_number||equals|1|/t/7||yes",
                "header|x-a|equals|1|/t/7||yes",
                "header|X-A|regex|\\d|/t/7||yes",
                "header|X-Z|equals|1|/t/7||no",
                "header||null||/t/7||yes",
                "cookie|c|equals|v|/t/7||yes",
                "cookie||null||/t/7||no",
                "cookie|C|equals|v|/t/7||no",
                "global_var|g|equals|5|/t/7||yes",
                "global_var||equals|5|/t/7||no",
                "data_bucket|b1.x|equals|1|/t/7||yes",
                "data_bucket|Bucket.x|equals|1|/t/7||yes",
                "data_bucket|bucket.x|equals|1|/t/7||no",
                "data_bucket|$.b1.list[1]|equals|q|/t/7||yes",
                "data_bucket|b1.none|empty_array||/t/7||yes",
                "data_bucket|b1.nothing|null||/t/7||yes",
                "data_bucket|b1.nothing|equals||/t/7||yes",
                "data_bucket|b1.n|equals|1.5|/t/7||yes",
                "data_bucket|b1.t|equals|true|/t/7||yes",
                "data_bucket|b1.list|equals|q|/t/7||yes",
                "templating|abc|equals|abc|/t/7||yes",
                "body||equals|{\"a\":1}|/t/7|{\"a\":1}|yes",
                "body|a|equals|1|/t/7|{\"a\":1.0}|yes",
                "body|a.b.0|equals|x|/t/7|{\"a\":{\"b\":[\"x\"]}}|yes",
                "body|a\\.b|equals|x|/t/7|{\"a.b\":\"x\"}|yes",
                "body|$.a[*].n|array_includes|2|/t/7|{\"a\":[{\"n\":1},{\"n\":2}]}|yes",
                "body|a|equals|[object Object]|/t/7|{\"a\":{}}|yes",
                "body|a|equals|1,2|/t/7|{\"a\":[[1,2]]}|yes",
                "body|any|equals|5|/t/7|5|yes",
                "body||null||/t/7||yes",
                "body||empty_array||/t/7|[]|yes",
                "body|a|null||/t/7|{\"a\":null}|yes",
                "body||regex|\"a\":\\d|/t/7|{\"a\":1}|yes",
                "body||valid_json_schema|b1.schema|/t/7|{\"a\":1}|yes",
                "body||valid_json_schema|b1.schema|/t/7|{\"a\":\"1\"}|no",
                "body|a|valid_json_schema|b1.zzz|/t/7|{\"a\":1}|no",
            })
    void targets(
            String target, String modifier, String operator, String value, String request, String body, String answer) {
        RunningMock mock = two(target, modifier == null ? "" : modifier, operator, value == null ? "" : value)
                .bucket(
                        "b1",
                        "Bucket",
                        "{\"x\":1,\"n\":1.5,\"t\":true,\"none\":[],\"nothing\":null,\"list\":[\"p\",\"q\"],"
                                + "\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"}}}}")
                .run();
        mock.state().setVariable("g", new JsValue.Num(5));
        assertThat(RunningMock.text(mock.ask(
                        "GET",
                        request,
                        body == null ? "" : body,
                        "X-A",
                        "1",
                        "Cookie",
                        "c=v",
                        "Content-Type",
                        "application/json")))
                .isEqualTo(answer);
    }

    @Test
    @DisplayName("M31 an inverted rule on what is missing holds")
    void inverted() {
        RunningMock mock = two("query", "a", "equals", "1").run();
        assertThat(mock.text("/t/1")).isEqualTo("no");
        RunningMock inverted = new MockFixture()
                .route("all", "t/:id", "yes")
                .rule("query", "a", "equals", "1")
                .inverted()
                .response(200, "no")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .run();
        assertThat(inverted.text("/t/1")).isEqualTo("yes");
        assertThat(inverted.text("/t/1?a=1")).isEqualTo("no");
    }

    @Test
    @DisplayName("M31 rules of a response are joined by or, or by and; without rules it is not chosen by them")
    void joined() {
        MockFixture fixture = new MockFixture()
                .route("get", "t", "and")
                .ofResponse(Schema.RESPONSE_RULES_OPERATOR, RuleLogic.AND)
                .rule("query", "a", "equals", "1")
                .rule("query", "b", "equals", "1")
                .response(200, "or")
                .rule("query", "a", "equals", "1")
                .rule("query", "b", "equals", "1")
                .response(200, "none")
                .response(200, "default")
                .ofResponse(Schema.RESPONSE_DEFAULT, true);
        RunningMock mock = fixture.run();
        assertThat(mock.text("/t?a=1&b=1")).isEqualTo("and");
        assertThat(mock.text("/t?b=1")).isEqualTo("or");
        assertThat(mock.text("/t")).isEqualTo("default");
    }

    @Test
    @DisplayName("M32 sequential answers take turns, random ones come from all, switched-off rules leave the default")
    void modes() {
        MockFixture three = new MockFixture()
                .route("get", "t", "a")
                .rule("method", "", "equals", "get")
                .response(200, "b")
                .ofResponse(Schema.RESPONSE_DEFAULT, true)
                .response(200, "c");
        RunningMock sequential = three.ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.SEQUENTIAL)
                .run();
        assertThat(IntStream.range(0, 4).mapToObj(_ -> sequential.text("/t"))).containsExactly("a", "b", "c", "a");
        RunningMock off = three.ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.DISABLE_RULES)
                .run();
        assertThat(off.text("/t")).isEqualTo("b");
        RunningMock random =
                three.ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.RANDOM).run();
        assertThat(IntStream.range(0, 60).mapToObj(_ -> random.text("/t"))).contains("a", "b", "c");
    }

    @Test
    @DisplayName("M33 a fallback route without a rule that holds passes the request on, uncounted")
    void fallback() {
        MockFixture fixture = new MockFixture()
                .route("get", "t", "first")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK)
                .rule("query", "a", "equals", "1");
        var first = fixture.route();
        RunningMock mock = fixture.route("get", "*", "second").run();
        assertThat(mock.text("/t?a=1")).isEqualTo("first");
        assertThat(mock.text("/t")).isEqualTo("second");
        assertThat(mock.state().answersOf(first)).isEqualTo(1);
    }

    @Test
    @DisplayName("M34 the number of a request counts answers, and starts anew with a reset")
    void number() {
        RunningMock mock = two("request_number", "", "equals", "2").run();
        assertThat(mock.text("/t/1")).isEqualTo("no");
        assertThat(mock.text("/t/1")).isEqualTo("yes");
        assertThat(mock.text("/t/1")).isEqualTo("no");
        mock.state().reset();
        assertThat(mock.text("/t/1")).isEqualTo("no");
        assertThat(mock.text("/t/1")).isEqualTo("yes");
    }

    @Test
    @DisplayName("M35 rules with a path compare a body of no parsed type as a whole, and types in upper case are none")
    void wholeBody() {
        RunningMock mock = two("body", "a", "equals", "{\"a\":1}").run();
        assertThat(RunningMock.text(mock.ask("POST", "/t/1", "{\"a\":1}", "Content-Type", "text/plain")))
                .isEqualTo("yes");
        assertThat(RunningMock.text(mock.ask("POST", "/t/1", "{\"a\":1}", "Content-Type", "APPLICATION/JSON")))
                .isEqualTo("yes");
        assertThat(RunningMock.text(mock.ask("POST", "/t/1", "{\"a\":1}", "Content-Type", "application/json")))
                .isEqualTo("no");
    }

    @Test
    @DisplayName("M36 an invalid expression never matches, and is a problem at the rule's value")
    void invalidRegex() {
        MockFixture fixture = two("query", "a", "regex", "(");
        var rule = fixture.rule();
        assertThat(fixture.run().text("/t/1?a=(")).isEqualTo("no");
        assertThat(MockCompiler.compile(fixture.environment()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.node()).contains(rule);
                    assertThat(problem.field()).isEqualTo("value");
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(problem.message()).contains("A ( is never closed");
                });
    }

    @Test
    @DisplayName("M37 an expression that would take for ever ends with 500, and soon")
    void hostileRegex() {
        RunningMock mock = two("body", "", "regex", "(a+)+(a+)+(a+)+$").run();
        long before = System.nanoTime();
        assertThat(mock.ask("POST", "/t/1", "a".repeat(50_000) + "!").status()).isEqualTo(500);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    @DisplayName("M38 only answers that need more than a look-up are work")
    void quick() {
        CompiledMock quick = two("query", "a", "equals", "1").compile();
        MockRequest request = RunningMock.request("GET", "/t/1?a=1", "");
        assertThat(quick.begin(request, MockFixture.state())).isInstanceOf(MockResponse.class);
        CompiledMock regex = two("query", "a", "regex", "1").compile();
        assertThat(regex.begin(request, MockFixture.state())).isInstanceOf(DeferredReply.class);
    }
}
