package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.CertificateType;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static Problem only(MockFixture fixture) {
        List<Problem> problems = MockCompiler.compile(fixture.environment()).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static void isAt(Problem problem, Severity severity, NodeId node, String field, String words) {
        assertThat(problem.severity()).isEqualTo(severity);
        assertThat(problem.node()).contains(node);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.message()).contains(words);
    }

    private static void hasNone(MockFixture fixture) {
        assertThat(MockCompiler.compile(fixture.environment()).problems()).isEmpty();
    }

    @Test
    @DisplayName("M12 a template that can't be read is told at its field, wherever it stands")
    void templates() {
        MockFixture body = new MockFixture().route("get", "a", "{{#if}}");
        isAt(
                only(body),
                Severity.ERROR,
                body.response(),
                "body",
                "{{#if}} is never closed. Write {{/if}} where it ends.");
        hasNone(new MockFixture().route("get", "a", "{{#if}}").ofResponse(Schema.RESPONSE_TEMPLATING_OFF, true));
        MockFixture rule = new MockFixture().route("get", "a", "").rule("query", "{{#a}}", "equals", "");
        isAt(
                only(rule),
                Severity.ERROR,
                rule.rule(),
                "modifier",
                "{{#a}} is never closed. Write {{/a}} where it ends.");
        MockFixture callback = new MockFixture().callback("post", "{{", "{{/x}}");
        assertThat(MockCompiler.compile(callback.environment()).problems())
                .extracting(Problem::field)
                .containsExactly("uri", "body");
        MockFixture bucket = new MockFixture().bucket("b", "B", "{{#each}}");
        isAt(
                only(bucket),
                Severity.ERROR,
                bucket.bucket(),
                "value",
                "{{#each}} is never closed. Write {{/each}} where it ends.");
        assertThat(only(new MockFixture().route("get", "a", "").header("X-A", "{{#}}"))
                        .field())
                .isEqualTo("value");
    }

    @Test
    @DisplayName("M12 names that are no helpers are told, wherever they stand")
    void unknownHelpers() {
        MockFixture body = new MockFixture().route("get", "a", "{{now}}\n{{nwo 'yyyy'}}{{bdoy 'a'}}");
        isAt(only(body), Severity.WARNING, body.response(), "body", "“nwo” (line 2, and 1 more like it)");
        MockFixture bucket = new MockFixture().bucket("b", "B", "[{{uiid}}]");
        isAt(only(bucket), Severity.WARNING, bucket.bucket(), "value", "“uiid”");
        hasNone(new MockFixture().route("get", "a", "{{#each (array 1 2)}}{{this}}{{@index}}{{name}}{{/each}}"));
    }

    @Test
    @DisplayName("M12 a data bucket that a text names and that is not there is told, as long as it is not there")
    void unknownBuckets() {
        String body = "{{data 'Drink'}}\n{{#each (dataRaw 'none')}}{{/each}}{{setData 'set' 'none' 'a' 1}}";
        MockFixture fixture =
                new MockFixture().bucket("drnk", "Cold drinks", "[]").route("get", "a", body);
        isAt(only(fixture), Severity.ERROR, fixture.response(), "body", "“none” (line 2)");
        CompiledMock before = MockCompiler.compile(fixture.environment()).mock();
        fixture.bucket("none", "", "[]");
        assertThat(MockCompiler.compile(fixture.environment(), before).problems())
                .as("routes that stay the same hear of it")
                .isEmpty();
        hasNone(new MockFixture().route("get", "a", "{{data (queryParam 'x')}}{{data}}"));
        MockFixture bucket = new MockFixture().bucket("b", "B", "[{{data 'c'}}]");
        isAt(only(bucket), Severity.ERROR, bucket.bucket(), "value", "“c”");
        MockFixture callback = new MockFixture().callback("post", "https://a.example", "{{data 'c'}}");
        isAt(only(callback), Severity.ERROR, callback.callback(), "body", "“c”");
        assertThat(only(new MockFixture().environmentHeader("X-A", "{{data 'c'}}"))
                        .field())
                .isEqualTo("value");
    }

    @Test
    @DisplayName("M12 a CRUD route without a data bucket is told, and any other body that is to come from none")
    void noBucket() {
        MockFixture crud = new MockFixture().crud("a", "");
        isAt(only(crud), Severity.ERROR, crud.response(), "databucketID", "This CRUD route has no data bucket");
        MockFixture route =
                new MockFixture().route("get", "a", "").ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET);
        isAt(only(route), Severity.WARNING, route.response(), "databucketID", "so the text is sent instead");
    }

    @Test
    @DisplayName("M12 methods of the faker and partials that there are not are told, because their texts can't be made")
    void namesThatFail() {
        MockFixture faker = new MockFixture().route("get", "a", "\n{{faker \"foo.bar\"}}");
        isAt(only(faker), Severity.ERROR, faker.response(), "body", "“foo.bar” (line 2)");
        MockFixture nameless = new MockFixture().route("get", "a", "{{faker}}");
        isAt(only(nameless), Severity.ERROR, nameless.response(), "body", "{{faker}} (line 1) does not say what");
        MockFixture partial = new MockFixture().route("get", "a", "{{> part}}");
        isAt(only(partial), Severity.ERROR, partial.response(), "body", "There is no partial “part” (line 1)");
        hasNone(new MockFixture()
                .route(
                        "get",
                        "a",
                        "{{faker 'name.firstName'}}{{faker (queryParam 'x')}}{{#> part}}else{{/part}}"
                                + "{{> own}}{{#*inline 'own'}}{{#> other}}{{/other}}{{/inline}}"));
    }

    @Test
    @DisplayName("M12 a body that is always the same, is sent as JSON and is none is told")
    void noJson() {
        MockFixture own = new MockFixture().route("get", "a", "{a}").header("content-type", "application/hal+json");
        isAt(only(own), Severity.WARNING, own.response(), "body", "The Content-Type says JSON");
        MockFixture all = new MockFixture()
                .environmentHeader("Content-Type", "application/json")
                .route("get", "a", "{a}");
        isAt(only(all), Severity.WARNING, all.response(), "body", "The Content-Type says JSON");
        hasNone(all.header("Content-Type", "text/plain"));
        hasNone(new MockFixture().route("get", "a", "").header("Content-Type", "application/json"));
        hasNone(new MockFixture().route("get", "a", "{{body}}").header("Content-Type", "application/json"));
        hasNone(new MockFixture().route("get", "a", "{}").header("Content-Type", "application/json; charset=utf-8"));
        hasNone(new MockFixture().route("get", "a", "{a}"));
    }

    @Test
    @DisplayName("M12 a bucket that is no JSON is told; one that may become it is not")
    void buckets() {
        MockFixture bad = new MockFixture().bucket("b", "B", "[1,]");
        isAt(only(bad), Severity.WARNING, bad.bucket(), "value", "This is not JSON");
        hasNone(new MockFixture().bucket("b", "B", "[{{#repeat 2}}1{{/repeat}}]"));
    }

    @Test
    @DisplayName("M12 a route that earlier ones leave nothing to is told")
    void unreachable() {
        MockFixture same = new MockFixture().route("get", "a/:id", "").route("get", "A/:id", "");
        isAt(only(same), Severity.WARNING, same.route(), "endpoint", "same method and path");
        MockFixture covered = new MockFixture().route("all", "a/*", "").route("get", "a/b/:id", "");
        isAt(only(covered), Severity.WARNING, covered.route(), "endpoint", "takes all of them");
        MockFixture parameter = new MockFixture().route("get", "a/:x", "").route("get", "a/b", "");
        isAt(only(parameter), Severity.WARNING, parameter.route(), "endpoint", "(/a/:x)");
        MockFixture crud =
                new MockFixture().bucket("b", "B", "[]").crud("a", "b").route("get", "a/:x", "");
        isAt(only(crud), Severity.WARNING, crud.route(), "endpoint", "(/a)");
        hasNone(new MockFixture().route("get", "a/b", "").route("get", "a/:x", ""));
        hasNone(new MockFixture().route("get", "a/:x", "").route("post", "a/:x", ""));
        hasNone(new MockFixture().route("get", "a/:x", "").route("get", "a/*", ""));
        hasNone(new MockFixture().bareRoute("get", "a/*").route("get", "a/:x", ""));
        hasNone(new MockFixture()
                .route("get", "a/*", "")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, ResponseMode.FALLBACK)
                .route("get", "a/:x", ""));
    }

    @Test
    @DisplayName("M12 what is missing is told: a method, a bucket, a file, a URL to forward to")
    void missing() {
        MockFixture method = new MockFixture().route("", "a", "");
        isAt(only(method), Severity.WARNING, method.route(), "method", "Choose one");
        MockFixture bucket = new MockFixture().crud("a", "none");
        isAt(only(bucket), Severity.WARNING, bucket.response(), "databucketID", "“none”");
        assertThat(only(new MockFixture()
                                .setting(Schema.ENVIRONMENT_PROXY, true)
                                .setting(Schema.ENVIRONMENT_PROXY_HOST, "nowhere"))
                        .field())
                .isEqualTo("proxyHost");
        MockFixture file = new MockFixture()
                .route("get", "a", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, "./x/a.json");
        assertThat(all(file, Map.of()))
                .singleElement()
                .satisfies(problem -> isAt(problem, Severity.WARNING, file.response(), "filePath", "“x/a.json”"));
        assertThat(all(file, Map.of("x/a.json", ""))).isEmpty();
        MockFixture tls =
                new MockFixture().setting(Schema.ENVIRONMENT_TLS, true).setting(Schema.ENVIRONMENT_TLS_CERT, "a.crt");
        assertThat(ofFiles(tls, Map.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("tlsOptions.certPath"));
        assertThat(ofFiles(tls.setting(Schema.ENVIRONMENT_TLS_TYPE, CertificateType.PFX), Map.of()))
                .isEmpty();
    }

    private static List<Problem> all(MockFixture mock, Map<String, String> files) {
        List<Problem> problems =
                new ArrayList<>(MockCompiler.compile(mock.environment()).problems());
        problems.addAll(ofFiles(mock, files));
        return problems;
    }

    @Test
    @DisplayName("L96 a file whose content is not there is told")
    void withoutContent() {
        MockFixture mock = new MockFixture().file("there.txt").file("gone.txt");
        assertThat(ofFiles(mock, Map.of("there.txt", "x"))).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("The content of “gone.txt” is not on this server");
            assertThat(problem.field()).isEqualTo("content");
        });
    }

    private static List<Problem> ofFiles(MockFixture mock, Map<String, String> files) {
        return MockCompiler.fileProblems(mock.environment(), GivenFiles.ofTexts(files));
    }

    @Test
    @DisplayName("M12 headers that can't be sent are told")
    void headers() {
        assertThat(only(new MockFixture().environmentHeader("bad name", "1")).field())
                .isEqualTo("key");
        assertThat(only(new MockFixture().route("get", "a", "").header("X-A", "a\nb"))
                        .field())
                .isEqualTo("value");
    }
}
