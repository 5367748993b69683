package dev.understudy.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.server.Subscription;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrafficTest {

    @Test
    @DisplayName("L50 the last hundred exchanges are kept, the oldest first")
    void ring() {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        for (int number = 0; number < Traffic.KEPT + 30; number++) {
            Exchange exchange = exchange("/" + number);
            traffic.add(() -> exchange, BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        }
        List<String> paths = traffic.exchanges().stream().map(Exchange::path).toList();
        assertThat(paths).hasSize(Traffic.KEPT).startsWith("/30", "/31").endsWith("/129");
    }

    @Test
    @DisplayName("L50 what is cleared is gone, and what comes afterwards is kept")
    void clear() {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        traffic.add(() -> exchange("/before"), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        traffic.add(new Mishap(Instant.EPOCH, "CODE", "before"));
        traffic.clear();
        traffic.add(() -> exchange("/after"), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        assertThat(traffic.exchanges()).extracting(Exchange::path).containsExactly("/after");
        assertThat(traffic.mishaps()).isEmpty();
    }

    @Test
    @DisplayName("L50 nothing is put into words before somebody reads it")
    void lazy() {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        AtomicInteger told = new AtomicInteger();
        traffic.add(() -> exchange("/" + told.incrementAndGet()), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        assertThat(told).hasValue(0);
        traffic.exchanges();
        assertThat(told).hasValue(1);
    }

    @Test
    @DisplayName("L50 who follows hears of each exchange, until it ends")
    void follow() {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        List<String> heard = new ArrayList<>();
        Subscription end = traffic.follow(
                (Supplier<Exchange> exchange) -> heard.add(exchange.get().path()));
        traffic.add(() -> exchange("/one"), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        end.close();
        traffic.add(() -> exchange("/two"), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        assertThat(heard).containsExactly("/one");
    }

    @Test
    @DisplayName("L50 readers and writers at the same time see whole entries in order")
    void concurrent() throws Exception {
        Ring<Integer> ring = new Ring<>(10, _ -> {});
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int number = 0; number < 200_000; number++) {
                ring.add(number);
            }
        });
        while (writer.isAlive()) {
            assertThat(ring.toList()).isSorted().hasSizeLessThanOrEqualTo(10);
        }
        writer.join();
        assertThat(ring.toList()).endsWith(199_999).hasSize(10);
    }

    @Test
    @DisplayName("L122 long bodies are kept as long as there is memory for them, and give it back when they go")
    void memory() {
        MemoryBudget memory = MemoryBudget.of(3L * BodyExcerpt.MAX_BYTES, "full");
        Traffic traffic = new Traffic(memory);
        byte[] body = new byte[BodyExcerpt.MAX_BYTES];
        for (int number = 0; number < 10; number++) {
            BodyExcerpt excerpt = traffic.excerpt(body);
            assertThat(excerpt.bytes()).hasSize(number < 3 ? BodyExcerpt.MAX_BYTES : BodyExcerpt.SMALL_BYTES);
            assertThat(excerpt.length()).isEqualTo(body.length);
            traffic.add(() -> exchange("/"), excerpt, BodyExcerpt.EMPTY);
        }
        assertThat(memory.taken()).isEqualTo(3L * BodyExcerpt.MAX_BYTES);
        for (int number = 0; number < Traffic.KEPT; number++) {
            traffic.add(() -> exchange("/"), BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        }
        assertThat(memory.taken()).isZero();
        traffic.add(() -> exchange("/"), traffic.excerpt(body), traffic.excerpt(body));
        traffic.clear();
        assertThat(memory.taken()).isZero();
    }

    @Test
    @DisplayName("L51 of a long body the start is kept, and a short one is not copied")
    void bodies() {
        byte[] longBody = new byte[BodyExcerpt.MAX_BYTES + 1];
        assertThat(BodyExcerpt.of(longBody).isCut()).isTrue();
        assertThat(BodyExcerpt.of(longBody).bytes()).hasSize(BodyExcerpt.MAX_BYTES);
        assertThat(BodyExcerpt.of(longBody).length()).isEqualTo(BodyExcerpt.MAX_BYTES + 1);
        byte[] shortBody = {1};
        assertThat(BodyExcerpt.of(shortBody).bytes()).isSameAs(shortBody);
        assertThat(BodyExcerpt.of(shortBody).isCut()).isFalse();
    }

    @Test
    @DisplayName("L52 secrets in headers are not shown, the scheme of an authorization is")
    void redaction() {
        assertThat(Redaction.of(List.of(
                        new HeaderLine("Authorization", "Bearer abc def"),
                        new HeaderLine("proxy-authorization", "alone"),
                        new HeaderLine("COOKIE", "a=b"),
                        new HeaderLine("set-cookie", "a=b"),
                        new HeaderLine("X-Api-Key", "k"),
                        new HeaderLine("api-key", "k"),
                        new HeaderLine("x-auth-token", "k"),
                        new HeaderLine("Accept", "text/html"))))
                .extracting(HeaderLine::value)
                .containsExactly(
                        "Bearer [REDACTED]",
                        "[REDACTED]",
                        "[REDACTED]",
                        "[REDACTED]",
                        "[REDACTED]",
                        "[REDACTED]",
                        "[REDACTED]",
                        "text/html");
    }

    @Test
    @DisplayName("L58 secrets of headers are taken out of any other text, also where it was cut in the midst of one")
    void secretsInTexts() {
        List<String> secrets = Redaction.secrets(List.of(
                new HeaderLine("Authorization", "Bearer abc-def"),
                new HeaderLine("Cookie", "sid=s3cr3t; a=b"),
                new HeaderLine("X-Api-Key", "key-of-mine"),
                new HeaderLine("Accept", "text/html")));
        assertThat(secrets)
                .contains("abc-def", "sid=s3cr3t; a=b", "s3cr3t", "key-of-mine")
                .doesNotContain("text/html", "b");
        assertThat(Redaction.of("it is abc-def, s3cr3t and text/html", secrets))
                .isEqualTo("it is [REDACTED], [REDACTED] and text/html");
        assertThat(Redaction.of("it was key-of…", secrets)).isEqualTo("it was [REDACTED]");
    }

    @Test
    @DisplayName("L58 secrets are taken out as templates may have changed them: decoded, or in other letters")
    void changedSecrets() {
        List<String> secrets = Redaction.secrets(List.of(
                new HeaderLine("Authorization", "Basic YW5hOk9wZW5TZXNhbWU="),
                new HeaderLine("Cookie", "sid=s3cr%65t")));
        for (String seen : List.of("s3cret", "S3CRET", "ana:OpenSesame", "OpenSesame", "yw5hok9wzw5tzxnhbwu=")) {
            assertThat(Redaction.of("it was " + seen, secrets)).as(seen).isEqualTo("it was [REDACTED]");
        }
    }

    @Test
    @DisplayName("L57 a reason is found out once, when somebody asks")
    void reason() {
        AtomicInteger found = new AtomicInteger();
        Reason reason = Reason.by(() -> {
            found.incrementAndGet();
            return Why.UNKNOWN;
        });
        assertThat(found).hasValue(0);
        assertThat(reason.why()).isSameAs(reason.why());
        assertThat(found).hasValue(1);
    }

    @Test
    @DisplayName("L86 who looks again and again is told what is new, the newest of it, and how much was left out")
    void glimpses() {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        add(traffic, 0, 3);
        Glimpse first = traffic.since(Glimpse.Place.START, 10);
        assertThat(first.anew()).isTrue();
        assertThat(first.exchanges()).extracting(Exchange::path).containsExactly("/0", "/1", "/2");
        assertThat(traffic.since(first.place(), 10).isNews()).isFalse();
        add(traffic, 3, 200);
        Glimpse more = traffic.since(first.place(), 10);
        assertThat(more.anew()).isFalse();
        assertThat(more.leftOut()).isEqualTo(187);
        assertThat(more.exchanges())
                .extracting(Exchange::path)
                .hasSize(10)
                .startsWith("/190")
                .endsWith("/199");
        traffic.clear();
        add(traffic, 7, 8);
        Glimpse after = traffic.since(more.place(), 10);
        assertThat(after.anew()).isTrue();
        assertThat(after.leftOut()).isZero();
        assertThat(after.exchanges()).extracting(Exchange::path).containsExactly("/7");
        assertThat(Glimpse.nothing(after.place()).isNews()).isTrue();
        assertThat(Glimpse.nothing(Glimpse.Place.START).isNews()).isFalse();
    }

    private static void add(Traffic traffic, int from, int to) {
        for (int number = from; number < to; number++) {
            Exchange exchange = exchange("/" + number);
            traffic.add(() -> exchange, BodyExcerpt.EMPTY, BodyExcerpt.EMPTY);
        }
    }

    @Test
    @DisplayName("L86 nobody who looks while something is added misses it")
    void glimpsesMissNothing() throws Exception {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        Thread writer = Thread.ofVirtual().start(() -> add(traffic, 0, 50_000));
        Glimpse.Place place = Glimpse.Place.START;
        long told = 0;
        for (boolean last = false; !last; ) {
            last = !writer.isAlive();
            Glimpse news = traffic.since(place, Traffic.KEPT);
            told += (news.anew()
                    ? news.place().next()
                    : news.leftOut() + news.exchanges().size());
            place = news.place();
        }
        assertThat(told).isEqualTo(50_000);
    }

    @Test
    @DisplayName("L51 a body is a text if it is one, also where it is cut in the midst of a character")
    void texts() {
        byte[] umlauts = "ä".repeat(BodyExcerpt.MAX_BYTES).getBytes(StandardCharsets.UTF_8);
        assertThat(BodyExcerpt.of(umlauts).text().orElseThrow()).hasSize(BodyExcerpt.MAX_BYTES / 2);
        byte[] odd = ("x" + "ä".repeat(BodyExcerpt.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);
        assertThat(BodyExcerpt.of(odd).text().orElseThrow()).endsWith("ä").hasSize(BodyExcerpt.MAX_BYTES / 2);
        assertThat(BodyExcerpt.of(new byte[] {(byte) 0xff, 1}).text()).isEmpty();
        assertThat(BodyExcerpt.of(new byte[] {'a', 0}).text()).isEmpty();
        assertThat(BodyExcerpt.EMPTY.text()).contains("");
    }

    @Test
    @DisplayName("L59 an exchange comes back from JSON as it was, but for the secrets and the rest of its bodies")
    void json() {
        Exchange exchange = new Exchange(
                new UUID(1, 2),
                Instant.parse("2026-01-02T03:04:05.678Z"),
                "GET",
                "/a\u0000b",
                "q=1",
                List.of(new HeaderLine("Cookie", "a=b")),
                BodyExcerpt.of("0123456789".getBytes(StandardCharsets.UTF_8)),
                404,
                List.of(new HeaderLine("A", "b")),
                BodyExcerpt.EMPTY,
                Optional.of(new NodeId("00000001-0000-4000-8000-000000000000")),
                Optional.empty(),
                "/a",
                true,
                12,
                Reason.of(new Why(
                        Why.By.PROXY,
                        "",
                        List.of(new Line(
                                Line.Mark.FAILED,
                                "404",
                                Optional.empty(),
                                List.of(new Check(
                                        RuleTarget.BODY,
                                        "a",
                                        RuleOperator.EQUALS,
                                        "1",
                                        true,
                                        Optional.of("2"),
                                        Optional.of(false))))),
                        List.of(),
                        List.of(new OtherRoute(
                                new NodeId("00000001-0000-4000-8000-000000000000"), "GET", "a", "why", true)))));
        Exchange read = ExchangeJson.read(ExchangeJson.write(exchange, 4));
        assertThat(read.why()).isEqualTo(exchange.why());
        assertThat(read.requestHeaders()).containsExactly(new HeaderLine("Cookie", "[REDACTED]"));
        assertThat(read.requestBody().text()).contains("0123");
        assertThat(read.requestBody().length()).isEqualTo(10);
        assertThat(read.requestBody().isCut()).isTrue();
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("requestHeaders", "requestBody", "reason")
                .isEqualTo(exchange);
    }

    private static Exchange exchange(String path) {
        return new Exchange(
                new UUID(0, 0),
                Instant.EPOCH,
                "GET",
                path,
                "",
                List.of(),
                BodyExcerpt.EMPTY,
                200,
                List.of(),
                BodyExcerpt.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                0,
                Reason.of(Why.UNKNOWN));
    }
}
