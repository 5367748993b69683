package dev.understudy.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static final long MILLIS = 1_780_000_000_000L;

    /// One that has a secret wherever there can be one.
    private static Exchange leaky() {
        Check check = new Check(
                RuleTarget.BODY,
                "",
                RuleOperator.REGEX,
                "x",
                false,
                Optional.of("it was open-sesame"),
                Optional.of(true));
        Why why = new Why(
                Why.By.RESPONSE,
                "Found",
                List.of(new Line(Line.Mark.HELD, "said open-sesame", Optional.empty(), List.of(check))),
                List.of(),
                List.of());
        return new Exchange(
                ExchangeIds.at(MILLIS),
                Instant.ofEpochMilli(MILLIS),
                "POST",
                "/by/open-sesame",
                "page=2&api_key=letmein9",
                List.of(new HeaderLine("X-Api-Key", "open-sesame"), new HeaderLine("Referer", "http://x/?token=abc#d")),
                BodyExcerpt.of("is it open-sesame or letmein9? \0".getBytes(StandardCharsets.UTF_8)),
                200,
                List.of(new HeaderLine("Location", "/next?b=1&token=t0k3n")),
                BodyExcerpt.of(new byte[] {(byte) 0xff, 'o', 'p', 'e', 'n', '-', 's', 'e', 's', 'a', 'm', 'e', 1}),
                Optional.of(new NodeId(new UUID(0, 1).toString())),
                Optional.of(new NodeId(new UUID(0, 2).toString())),
                "/by/:key",
                false,
                3,
                Reason.of(why));
    }

    @ParameterizedTest(name = "L133 {0}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "token=abc token=REDACTED",
                "a=1&Access_Token=abc&b=2 a=1&Access_Token=REDACTED&b=2",
                "api-key=x&apiKey=y&key=z api-key=REDACTED&apiKey=REDACTED&key=REDACTED",
                "client_secret=s=s client_secret=REDACTED",
                "pass%77ord=x pass%77ord=REDACTED",
                "token=&key token=&key",
                "tokens=3&monkey=4&%zz=5 tokens=3&monkey=4&%zz=5",
                "a a",
            })
    void queries(String query, String shown) {
        assertThat(Redaction.query(query)).isEqualTo(shown);
    }

    @Test
    @DisplayName("L133 the same in headers that are addresses, in archives and in what rules saw")
    void elsewhere() {
        Exchange exchange = leaky();
        assertThat(Redaction.of(exchange.responseHeaders()))
                .containsExactly(new HeaderLine("Location", "/next?b=1&token=REDACTED"));
        assertThat(Redaction.of(exchange.requestHeaders()))
                .contains(new HeaderLine("Referer", "http://x/?token=REDACTED#d"));
        assertThat(HarJson.write("http://mock", List.of(exchange)))
                .contains("page=2&api_key=REDACTED")
                .doesNotContain("t0k3n")
                .doesNotContain("api_key=letmein9");
        assertThat(Redaction.parameter("token", "abc")).isEqualTo("[REDACTED]");
        assertThat(Redaction.parameter("page", "abc")).isEqualTo("abc");
    }

    @Test
    @DisplayName("L132 what is stored has no secret in headers, query, path, bodies or reasons, and is whole otherwise")
    void stored() {
        String json = ExchangeJson.write(leaky(), BodyExcerpt.MAX_BYTES);
        assertThat(json).doesNotContain("sesame").doesNotContain("letmein9").doesNotContain("t0k3n");
        Exchange read = ExchangeJson.read(json);
        assertThat(read.path()).isEqualTo("/by/[REDACTED]");
        assertThat(new String(read.requestBody().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("is it [REDACTED] or [REDACTED]? \0");
        assertThat(read.responseBody().bytes())
                .startsWith((byte) 0xff, (byte) '[')
                .endsWith((byte) ']', (byte) 1);
        assertThat(read.why().lines().getFirst().text()).isEqualTo("said [REDACTED]");
        assertThat(read.why().lines().getFirst().checks().getFirst().compared()).contains("it was [REDACTED]");
        assertThat(read.routePath()).isEqualTo("/by/:key");
    }

    @Test
    @DisplayName("L132 nor the value of a cookie that is set, nor a secret of which the end was cut off")
    void cookiesAndCuts() {
        List<String> secrets = Redaction.secrets(List.of(new HeaderLine("Set-Cookie", "sid=abc123; Path=/")));
        assertThat(Redaction.of("your session is abc123", secrets)).isEqualTo("your session is [REDACTED]");
        assertThat(Redaction.of("it was open-ses", List.of("open-sesame"), Optional.of("")))
                .isEqualTo("it was [REDACTED]");
        assertThat(Redaction.of("it was open-ses…", List.of("open-sesame"))).isEqualTo("it was [REDACTED]");
        assertThat(Redaction.of("ababab", List.of("abababc"), Optional.of(""))).isEqualTo("[REDACTED]");
        assertThat(Redaction.of("open", List.of("open-sesame"), Optional.empty()))
                .isEqualTo("open");
    }

    @Test
    @DisplayName("L132 a secret that is a part of what stands in place of others makes nothing longer")
    void ofTheWord() {
        assertThat(Redaction.of("aaaa", List.of("[RED", "aaaa", "ACTE"))).isEqualTo("[REDACTED]");
    }

    @Test
    @DisplayName("L137 ids have the order of the answers and say when they were")
    void ids() {
        var first = ExchangeIds.at(MILLIS);
        var second = ExchangeIds.at(MILLIS);
        var later = ExchangeIds.at(MILLIS + 1);
        assertThat(List.of(later, second, first).stream().sorted()).containsExactly(first, second, later);
        assertThat(ExchangeIds.instantOf(second)).isEqualTo(Instant.ofEpochMilli(MILLIS));
        assertThat(ExchangeIds.startOf(Instant.ofEpochMilli(MILLIS))).isLessThan(first);
        assertThat(ExchangeIds.startOf(Instant.ofEpochMilli(MILLIS + 1))).isBetween(second, later);
        assertThat(ExchangeIds.parse(first.toString())).contains(first);
        assertThat(ExchangeIds.parse("1-2-3-4-5")).isEmpty();
        assertThat(ExchangeIds.parse("57b6cc18-2ee1-4bc3-9aa4-6b9d7c9c2b5a")).isEmpty();
    }
}
