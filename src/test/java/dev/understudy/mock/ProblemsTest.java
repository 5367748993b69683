package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        isAt(only(body), Severity.ERROR, body.response(), "body", "This template can't be read.");
        hasNone(new MockFixture().route("get", "a", "{{#if}}").ofResponse(Schema.RESPONSE_TEMPLATING_OFF, true));
        MockFixture rule = new MockFixture().route("get", "a", "").rule("query", "{{#a}}", "equals", "");
        isAt(only(rule), Severity.ERROR, rule.rule(), "modifier", "This template can't be read.");
        MockFixture callback = new MockFixture().callback("post", "{{", "{{/x}}");
        assertThat(MockCompiler.compile(callback.environment()).problems())
                .extracting(Problem::field)
                .containsExactly("uri", "body");
        MockFixture bucket = new MockFixture().bucket("b", "B", "{{#each}}");
        isAt(only(bucket), Severity.ERROR, bucket.bucket(), "value", "This template can't be read.");
        assertThat(only(new MockFixture().route("get", "a", "").header("X-A", "{{#}}"))
                        .field())
                .isEqualTo("value");
    }

    @Test
    @DisplayName("M12 names that are no helpers are told, wherever they stand")
    void unknownHelpers() {
        MockFixture body = new MockFixture().route("get", "a", "{{now}}\n{{nwo 'yyyy'}}{{bdoy 'a'}}");
        isAt(only(body), Severity.WARNING, body.response(), "body", "\"nwo\" (line 2, and 1 more like it)");
        MockFixture bucket = new MockFixture().bucket("b", "B", "[{{uiid}}]");
        isAt(only(bucket), Severity.WARNING, bucket.bucket(), "value", "\"uiid\"");
        hasNone(new MockFixture().route("get", "a", "{{#each (array 1 2)}}{{this}}{{@index}}{{name}}{{/each}}"));
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
        isAt(only(covered), Severity.WARNING, covered.route(), "endpoint", "takes all that it would");
        MockFixture parameter = new MockFixture().route("get", "a/:x", "").route("get", "a/b", "");
        isAt(only(parameter), Severity.WARNING, parameter.route(), "endpoint", "(/a/:x)");
        MockFixture crud = new MockFixture().crud("a", "").route("get", "a/:x", "");
        isAt(only(crud), Severity.WARNING, crud.route(), "endpoint", "(/a)");
        hasNone(new MockFixture().route("get", "a/b", "").route("get", "a/:x", ""));
        hasNone(new MockFixture().route("get", "a/:x", "").route("post", "a/:x", ""));
        hasNone(new MockFixture().route("get", "a/:x", "").route("get", "a/*", ""));
        hasNone(new MockFixture().bareRoute("get", "a/*").route("get", "a/:x", ""));
        hasNone(new MockFixture()
                .route("get", "a/*", "")
                .ofRoute(Schema.ROUTE_RESPONSE_MODE, "FALLBACK")
                .route("get", "a/:x", ""));
    }

    @Test
    @DisplayName("M12 what is missing is told: a method, a bucket, a file, a URL to forward to")
    void missing() {
        MockFixture method = new MockFixture().route("", "a", "");
        isAt(only(method), Severity.WARNING, method.route(), "method", "Choose one");
        MockFixture bucket = new MockFixture().crud("a", "none");
        isAt(only(bucket), Severity.WARNING, bucket.response(), "databucketID", "\"none\"");
        assertThat(only(new MockFixture()
                                .setting(Schema.ENVIRONMENT_PROXY, true)
                                .setting(Schema.ENVIRONMENT_PROXY_HOST, "nowhere"))
                        .field())
                .isEqualTo("proxyHost");
        MockFixture file = new MockFixture()
                .route("get", "a", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, "FILE")
                .ofResponse(Schema.RESPONSE_FILE, "./x/a.json");
        assertThat(MockCompiler.compile(file.environment(), null, files(Map.of()))
                        .problems())
                .singleElement()
                .satisfies(problem -> isAt(problem, Severity.WARNING, file.response(), "filePath", "\"x/a.json\""));
        assertThat(MockCompiler.compile(file.environment(), null, files(Map.of("x/a.json", "")))
                        .problems())
                .isEmpty();
        MockFixture tls =
                new MockFixture().setting(Schema.ENVIRONMENT_TLS, true).setting(Schema.ENVIRONMENT_TLS_CERT, "a.crt");
        assertThat(MockCompiler.fileProblems(tls.environment(), files(Map.of())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("tlsOptions.certPath"));
        assertThat(MockCompiler.fileProblems(
                        tls.setting(Schema.ENVIRONMENT_TLS_TYPE, "PFX").environment(), files(Map.of())))
                .isEmpty();
    }

    private static MockFiles files(Map<String, String> files) {
        return new MockFiles() {
            @Override
            public Optional<byte[]> read(String path) {
                return Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public boolean contains(String path) {
                return files.containsKey(path);
            }
        };
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
