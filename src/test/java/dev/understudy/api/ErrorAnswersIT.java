package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What does not reach a controller, or not in one piece.
@ApiServerTest
class ErrorAnswersIT {

    private static final String ME = "/api/v1/me";
    private static final String LIST = "/api/v1/environments";

    /// A call that goes wrong, and the answer that it should get.
    record Case(int status, String code, String method, String target, List<String> headers) {

        static Case bad(int status, String method, String target, String... headers) {
            return new Case(status, "invalid-request", method, target, List.of(headers));
        }

        static Case missing(String target) {
            return new Case(404, "not-found", "GET", target, List.of());
        }

        @Override
        public String toString() {
            String whole = "%d %s %s %s".formatted(status, method, target, headers);
            return whole.substring(0, Math.min(80, whole.length()));
        }
    }

    @Autowired
    private ApiWorld world;

    /// Addresses that are malformed, or hold what a gateway and a server could read differently.
    static Stream<Case> addresses() {
        return Stream.of(
                        "/a%2Fb",
                        "/a%5Cb",
                        "/a;b=c",
                        "//document",
                        "/%00",
                        "/%0A",
                        "/%25",
                        "/%zz",
                        "/<x>",
                        "/{x}",
                        "/%C3%28",
                        "/../environments",
                        "/%2e%2e/me",
                        "/" + "x".repeat(17_000))
                .map(path -> Case.bad(400, "GET", LIST + path));
    }

    static Stream<Case> methods() {
        return Stream.of(
                Case.bad(405, "POST", ME),
                Case.bad(405, "DELETE", LIST),
                Case.bad(405, "PATCH", LIST),
                Case.bad(405, "TRACE", ME),
                Case.bad(400, "BREW", ME),
                Case.bad(501, "CONNECT", ME));
    }

    static Stream<Case> headers() {
        return Stream.of(
                Case.bad(406, "GET", ME, "Accept: image/png"),
                Case.bad(406, "GET", ME, "Accept: nonsense"),
                Case.bad(400, "GET", ME, "X-Long: " + "x".repeat(20_000)),
                Case.bad(400, "GET", ME, "Host: another"),
                Case.bad(400, "GET", ME, "X-\u0001: a"),
                Case.bad(415, "POST", LIST, "Content-Type: application/x-www-form-urlencoded"),
                Case.bad(415, "POST", LIST, "Content-Type: multipart/form-data; boundary=x"),
                Case.bad(415, "POST", LIST, "Content-Type: text/plain"),
                Case.bad(415, "POST", LIST, "Content-Type: nonsense"),
                Case.bad(400, "POST", LIST + "?name=%zz"),
                Case.bad(400, "POST", LIST + "?name=%FF"),
                Case.bad(400, "POST", LIST + "?" + "a=b&".repeat(1_001)),
                Case.bad(417, "POST", LIST, "Expect: something"),
                Case.bad(501, "POST", LIST, "Transfer-Encoding: nonsense"));
    }

    static Stream<Case> unknown() {
        return Stream.of("/api", "/api/", "/api/v1", "/api/v2/me", ME + "/", "/api/v1/environments/nonsense")
                .map(Case::missing);
    }

    @ParameterizedTest(name = "A2 {0}")
    @MethodSource({"addresses", "methods", "headers", "unknown"})
    @DisplayName("A2 every error is a problem with a code, wherever it happens")
    void problem(Case wrong) throws Exception {
        byte[] body = wrong.method().equals("POST") ? "a=1".getBytes(StandardCharsets.UTF_8) : new byte[0];
        Answer answer = new RawHttp(world.owner().client())
                .call(wrong.method(), wrong.target(), body, wrong.headers().toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(wrong.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(wrong.status());
        assertThat(problem.path("code").asString()).isEqualTo(wrong.code());
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString())
                .endsWith(".")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.", "java.");
    }

    @Test
    @DisplayName("A2 the codes are those that the contract names, and a few more")
    void codes() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::word))
                .contains(
                        "unauthorized",
                        "forbidden",
                        "not-found",
                        "invalid-document",
                        "invalid-edit",
                        "stale-revision",
                        "quota-exceeded",
                        "environment-too-large",
                        "port-unavailable",
                        "rate-limited");
    }

    @Test
    @DisplayName("A2 a wrong method is told the right ones")
    void allow() throws Exception {
        Answer answer = new RawHttp(world.owner().client()).call("POST", ME, new byte[0], "Content-Length: 0");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    @DisplayName("A2 what cannot even be read as a request is answered as well, and the server goes on")
    void noRequest() throws Exception {
        RawHttp raw = new RawHttp(world.owner().client());
        for (String nonsense :
                List.of("nonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0016\u0003\u0001\r\n\r\n")) {
            assertThat(raw.send(nonsense, new byte[0]).status()).as(nonsense).isBetween(400, 505);
        }
        assertThat(raw.call("GET", ME, new byte[0]).status()).isEqualTo(200);
    }
}
