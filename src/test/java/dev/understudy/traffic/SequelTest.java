package dev.understudy.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.NodeId;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SequelTest {

    private static final NodeId RESPONSE = NodeId.random(new Random(7));

    private static BodyExcerpt body(String text) {
        return BodyExcerpt.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange exchange(int number) {
        return new Exchange(
                new UUID(0, number),
                Instant.EPOCH,
                "GET",
                "/chat",
                "",
                List.of(),
                BodyExcerpt.EMPTY,
                101,
                List.of(),
                BodyExcerpt.EMPTY,
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                0,
                Reason.of(Why.UNKNOWN));
    }

    private static SocketMessage message(int number, String text) {
        boolean asks = number % 2 == 1;
        return new SocketMessage(
                number,
                Instant.EPOCH.plusMillis(number),
                asks,
                false,
                body(text),
                asks ? 0 : number - 1,
                asks ? Optional.empty() : Optional.of(RESPONSE),
                Reason.of(new Why(Why.By.RESPONSE, "Hello", List.of(), List.of(), List.of())));
    }

    private static Conversation talk(int messages) {
        return new Conversation(
                messages,
                IntStream.rangeClosed(1, messages)
                        .mapToObj(number -> message(number, "m" + number))
                        .toList(),
                Optional.of(new Conversation.Ending(Instant.EPOCH, 1000, "bye", Conversation.By.CLIENT)));
    }

    private static Exchange talking(int messages) {
        return exchange(1).with(new Sequel("", Optional.of(talk(messages)), List.of()));
    }

    @Test
    @DisplayName("L152 other processes are told the last 40 messages, and callbacks without secrets")
    void json() {
        CallbackReport call = new CallbackReport(
                Instant.EPOCH,
                "Paid",
                "post",
                "https://x/y",
                List.of(new HeaderLine("Authorization", "Bearer abc")),
                body("c".repeat(5_000)),
                0,
                List.of(),
                BodyExcerpt.EMPTY,
                "nobody there");
        Exchange before = exchange(1).with(new Sequel("Ana", Optional.of(talk(60)), List.of(call)));
        Sequel after = ExchangeJson.read(ExchangeJson.write(before, 8_192)).sequel();
        assertThat(after.sentAgainBy()).isEqualTo("Ana");
        Conversation talk = after.conversation().orElseThrow();
        assertThat(talk.count()).isEqualTo(60);
        assertThat(talk.ending()).isEqualTo(talk(1).ending());
        assertThat(talk.messages()).hasSize(SequelJson.MESSAGES);
        SocketMessage last = talk.messages().getLast();
        assertThat(last.content().text()).contains("m60");
        assertThat(last.response()).contains(RESPONSE);
        assertThat(last.answers()).isEqualTo(59);
        assertThat(last.why().summary()).isEqualTo("answered by Hello");
        CallbackReport told = after.callbacks().getFirst();
        assertThat(told.requestHeaders()).containsExactly(new HeaderLine("Authorization", "Bearer [REDACTED]"));
        assertThat(told.requestBody().bytes()).hasSize(SequelJson.BYTES);
        assertThat(told.requestBody().length()).isEqualTo(5_000);
        assertThat(told.failure()).isEqualTo("nobody there");
    }

    @Test
    @DisplayName("L152 an exchange that was written before there was anything beside is read")
    void older() {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(ExchangeJson.write(exchange(1), 10));
        json.remove("sequel");
        assertThat(ExchangeJson.read(json.toString()).sequel()).isEqualTo(Sequel.NONE);
    }

    @Test
    @DisplayName("L152 what went on while somebody did not look is told as it is now, once")
    void joined() {
        Glimpse.Place place = new Glimpse.Place(new UUID(1, 1), 3);
        Glimpse first = new Glimpse(List.of(exchange(1)), place, 0, false, List.of(exchange(7)));
        Glimpse second = new Glimpse(List.of(exchange(2)), place, 0, false, List.of(talking(2), exchange(8)));
        Glimpse both = first.then(second, 100);
        assertThat(both.exchanges()).hasSize(2);
        assertThat(both.exchanges().getFirst().sequel().conversation()).isPresent();
        assertThat(both.changed()).extracting(Exchange::id).containsExactly(new UUID(0, 7), new UUID(0, 8));
        Glimpse later = second.withoutChanges(new Glimpse.Place(new UUID(1, 1), 1, 5));
        assertThat(later.changed()).isEmpty();
        assertThat(later.place().changes()).isEqualTo(5);
    }

    @Test
    @DisplayName("U149 messages of a WebSocket are in the archive as browsers write them")
    void archive() {
        JsonNode entry = JsonMapper.shared()
                .readTree(HarJson.write("http://localhost:3000", List.of(talking(2))))
                .at("/log/entries/0");
        assertThat(entry.path("_resourceType").asString()).isEqualTo("websocket");
        JsonNode messages = entry.path("_webSocketMessages");
        assertThat(messages).hasSize(2);
        assertThat(messages.path(0).path("type").asString()).isEqualTo("send");
        assertThat(messages.path(0).path("time").asDouble()).isEqualTo(0.001);
        assertThat(messages.path(1).path("type").asString()).isEqualTo("receive");
        assertThat(messages.path(1).path("opcode").asInt()).isEqualTo(1);
        assertThat(messages.path(1).path("data").asString()).isEqualTo("m2");
    }
}
