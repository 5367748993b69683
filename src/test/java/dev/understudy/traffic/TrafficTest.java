package dev.understudy.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.server.Subscription;
import dev.understudy.why.Why;
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
        assertThat(secrets).containsExactly("abc-def", "sid=s3cr3t; a=b", "s3cr3t", "key-of-mine");
        assertThat(Redaction.of("it is abc-def, s3cr3t and text/html", secrets))
                .isEqualTo("it is [REDACTED], [REDACTED] and text/html");
        assertThat(Redaction.of("it was key-of…", secrets)).isEqualTo("it was [REDACTED]");
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
