package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.Reason;
import dev.understudy.traffic.Sequel;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficInboxTest {

    private static Exchange exchange(int number) {
        return new Exchange(
                new UUID(0, number),
                Instant.EPOCH,
                "GET",
                "/" + number,
                "",
                List.of(),
                BodyExcerpt.EMPTY,
                200,
                List.of(),
                BodyExcerpt.of("x".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                3,
                Reason.of(Why.UNKNOWN));
    }

    private static Glimpse news(int from, int to, long leftOut) {
        List<Exchange> exchanges =
                IntStream.range(from, to).mapToObj(TrafficInboxTest::exchange).toList();
        return new Glimpse(exchanges, new Glimpse.Place(new UUID(1, 1), to), leftOut, false);
    }

    private static List<JsonNode> told(TrafficInbox inbox) {
        return inbox.events().stream()
                .map(event -> new String(event.get(), StandardCharsets.UTF_8))
                .map(text -> {
                    assertThat(text).startsWith("event: exchange\ndata: {");
                    return JsonMapper.shared().readTree(text.substring(text.indexOf('{')));
                })
                .toList();
    }

    @Test
    @DisplayName("A49 the newest five are told, and the first one says how many are missing before it")
    void newest() {
        TrafficInbox inbox = new TrafficInbox();
        assertThat(inbox.take(news(0, 2, 0))).isTrue();
        assertThat(inbox.take(news(7, 12, 5))).isTrue();
        List<JsonNode> events = told(inbox);
        assertThat(events)
                .extracting(one -> one.at("/request/path").asString())
                .containsExactly("/7", "/8", "/9", "/10", "/11");
        assertThat(events).extracting(one -> one.path("leftOut").asInt()).containsExactly(7, 0, 0, 0, 0);
        assertThat(events.getFirst().at("/response/body").asString()).isEqualTo("x");
        assertThat(events.getFirst().path("durationMs").asInt()).isEqualTo(3);
        assertThat(inbox.events()).isEmpty();
    }

    @Test
    @DisplayName("A49 what was left out alone is told with the next one")
    void leftOut() {
        TrafficInbox inbox = new TrafficInbox();
        assertThat(inbox.take(news(0, 0, 4))).isFalse();
        assertThat(inbox.take(news(4, 5, 0))).isTrue();
        assertThat(told(inbox).getFirst().path("leftOut").asInt()).isEqualTo(4);
    }

    @Test
    @DisplayName("A71 the end of a conversation is told as one, with its messages; what goes on is not")
    void conversations() {
        TrafficInbox inbox = new TrafficInbox();
        Conversation open = new Conversation(0, List.of(), Optional.empty());
        Conversation over = new Conversation(
                0, List.of(), Optional.of(new Conversation.Ending(Instant.EPOCH, 1000, "bye", Conversation.By.CLIENT)));
        assertThat(inbox.take(changed(open))).isFalse();
        assertThat(inbox.take(changed(over))).isTrue();
        String event = new String(inbox.events().getFirst().get(), StandardCharsets.UTF_8);
        assertThat(event).startsWith("event: conversation\ndata: {");
        JsonNode data = JsonMapper.shared().readTree(event.substring(event.indexOf('{')));
        assertThat(data.at("/conversation/closed/code").asInt()).isEqualTo(1000);
        assertThat(data.at("/conversation/closed/by").asString()).isEqualTo("client");
        assertThat(data.path("messages").isArray()).isTrue();
    }

    private static Glimpse changed(Conversation talk) {
        Exchange exchange = exchange(1).with(new Sequel("", Optional.of(talk), List.of()));
        return new Glimpse(List.of(), new Glimpse.Place(new UUID(1, 1), 2, 1), 0, false, List.of(exchange));
    }
}
