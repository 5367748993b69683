package dev.understudy.ui.editor.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.HeaderLine;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.TrafficFilter;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrafficWordsTest {

    private static BodyExcerpt body(String text) {
        return BodyExcerpt.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange exchange(String method, String path, String body) {
        return new Exchange(
                UUID.randomUUID(),
                Instant.EPOCH,
                method,
                path,
                "a=1&b='",
                List.of(
                        new HeaderLine("Host", "x"),
                        new HeaderLine("X-Api-Key", "secret"),
                        new HeaderLine("Accept", "*/*")),
                body(body),
                201,
                List.of(),
                BodyExcerpt.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                1,
                Reason.of(new Why(Why.By.RESPONSE, "New order", List.of(), List.of(), List.of())));
    }

    @Test
    @DisplayName("U140 a request is copied as a command line that the shell reads as it was, without secrets")
    void curl() {
        assertThat(ShellText.curl("http://localhost:3000/v1", exchange("POST", "/v1/orders", "it's")))
                .isEqualTo("curl -i -X POST -H 'X-Api-Key: [REDACTED]' -H 'Accept: */*' --data-raw 'it'\\''s'"
                        + " 'http://localhost:3000/v1/orders?a=1&b='\\'''");
        assertThat(ShellText.curl("https://h", exchange("HEAD", "/a", "")))
                .startsWith("curl -i --head ")
                .endsWith("'https://h/a?a=1&b='\\'''");
    }

    @Test
    @DisplayName("U140 a body that is JSON is shown with its lines, another as it is, and what is no text as its size")
    void bodies() {
        assertThat(BodyWords.of(body("{\"a\":[1]}"))).contains("\n").contains("\"a\" : [");
        assertThat(BodyWords.of(body("{broken"))).isEqualTo("{broken");
        assertThat(BodyWords.of(body("plain"))).isEqualTo("plain");
        assertThat(BodyWords.of(BodyExcerpt.of(new byte[] {0, 1}))).isEqualTo("2 B that are no text");
        assertThat(BodyWords.of(body("x".repeat(BodyExcerpt.MAX_BYTES + 1)))).endsWith("x\n… of 32 KB");
    }

    @Test
    @DisplayName("U141 the filter finds by all words: method, path, status, what answered")
    void filter() {
        ExchangeRow row = new ExchangeRow(exchange("POST", "/v1/orders", ""), ZoneOffset.UTC, new NoActions(), _ -> {});
        assertThat(List.of("", "orders", "post 201", "NEW order", "b="))
                .allMatch(text -> row.fits(
                        new TrafficFilter(text, Optional.empty(), TrafficFilter.Statuses.ANY, Optional.empty())));
        assertThat(List.of("get", "orders 404"))
                .noneMatch(text -> row.fits(
                        new TrafficFilter(text, Optional.empty(), TrafficFilter.Statuses.ANY, Optional.empty())));
    }

    @Test
    @DisplayName("U141 what a page is too slow to show stays as much as it can show, and the rest is counted")
    void bounded() {
        LatestNews news = new LatestNews();
        assertThat(news.add(glimpse(0, 10, false))).isTrue();
        for (int round = 1; round < 100; round++) {
            assertThat(news.add(glimpse(10 * round, 10 * round + 10, false))).isFalse();
        }
        Glimpse all = news.take().orElseThrow();
        assertThat(all.exchanges()).hasSize(TrafficPanel.MOST_ROWS);
        assertThat(all.leftOut()).isEqualTo(1_000 - TrafficPanel.MOST_ROWS);
        assertThat(all.exchanges().getLast().path()).isEqualTo("/999");
        assertThat(news.take()).isEmpty();
        news.add(glimpse(0, 5, false));
        news.add(glimpse(5, 7, true));
        Glimpse anew = news.take().orElseThrow();
        assertThat(anew.anew()).isTrue();
        assertThat(anew.exchanges()).hasSize(2);
    }

    private static Glimpse glimpse(int from, int to, boolean anew) {
        return new Glimpse(
                IntStream.range(from, to)
                        .mapToObj(number -> exchange("GET", "/" + number, ""))
                        .toList(),
                new Glimpse.Place(new UUID(1, 1), to),
                0,
                anew);
    }

    @Test
    @DisplayName("U173 how a WebSocket ended is said in words")
    void endings() {
        assertThat(ending(1000, "bye", Conversation.By.CLIENT)).isEqualTo("closed by the client: 1000 bye");
        assertThat(ending(1011, "", Conversation.By.MOCK)).isEqualTo("closed by the mock: 1011");
        assertThat(ending(1006, "", Conversation.By.NOBODY)).isEqualTo("cut off");
        assertThat(ending(1006, "the mock was stopped", Conversation.By.MOCK))
                .isEqualTo("cut off by the mock: the mock was stopped");
        assertThat(ConversationWords.count(new Conversation(1, List.of(), Optional.empty())))
                .isEqualTo("1 message");
        assertThat(OpenFor.words(59)).isEqualTo("59 s");
        assertThat(OpenFor.words(125)).isEqualTo("2 min 5 s");
    }

    private static String ending(int code, String reason, Conversation.By by) {
        return ConversationWords.ending(new Conversation.Ending(Instant.EPOCH, code, reason, by));
    }
}
