package dev.understudy.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarJsonTest {

    private static JsonNode entry(byte[] request, byte[] response, String query) {
        Exchange exchange = new Exchange(
                new UUID(0, 1),
                Instant.parse("2026-05-04T14:05:00.250Z"),
                "POST",
                "/v1/orders",
                query,
                List.of(
                        new HeaderLine("Content-Type", "application/json"),
                        new HeaderLine("Authorization", "Bearer x")),
                BodyExcerpt.of(request),
                201,
                List.of(new HeaderLine("Content-Type", "text/plain"), new HeaderLine("Location", "/v1/orders/7")),
                BodyExcerpt.of(response),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                250,
                Reason.of(new Why(Why.By.RESPONSE, "New order", List.of(), List.of(), List.of())));
        return JsonMapper.shared()
                .readTree(HarJson.write("http://localhost:3000", List.of(exchange)))
                .at("/log/entries/0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("U149 an archive has request, answer and times as other tools read them, and no secrets")
    void entry() {
        JsonNode entry = entry(bytes("{\"n\":1}"), bytes("made"), "a=1&b=x%20y&c");
        assertThat(entry.path("startedDateTime").asString()).isEqualTo("2026-05-04T14:05:00Z");
        assertThat(entry.path("time").asInt()).isEqualTo(250);
        JsonNode request = entry.path("request");
        assertThat(request.path("url").asString()).isEqualTo("http://localhost:3000/v1/orders?a=1&b=x%20y&c");
        assertThat(request.path("queryString").toString())
                .isEqualTo(
                        "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x y\"},{\"name\":\"c\",\"value\":\"\"}]");
        assertThat(request.at("/postData/text").asString()).isEqualTo("{\"n\":1}");
        assertThat(request.at("/headers/1/value").asString()).doesNotContain("Bearer x");
        JsonNode response = entry.path("response");
        assertThat(response.path("status").asInt()).isEqualTo(201);
        assertThat(response.path("statusText").asString()).isEqualTo("Created");
        assertThat(response.path("redirectURL").asString()).isEqualTo("/v1/orders/7");
        assertThat(response.at("/content/text").asString()).isEqualTo("made");
        assertThat(response.at("/content/mimeType").asString()).isEqualTo("text/plain");
    }

    @Test
    @DisplayName("U149 bodies that are no text are given in base64, and of long ones it is said that they are cut")
    void bodies() {
        JsonNode binary = entry(new byte[0], new byte[] {(byte) 0xFF, 0}, "").at("/response/content");
        assertThat(binary.path("encoding").asString()).isEqualTo("base64");
        assertThat(binary.path("text").asString()).isEqualTo("/wA=");
        JsonNode cut =
                entry(new byte[0], new byte[BodyExcerpt.MAX_BYTES + 1], "").at("/response/content");
        assertThat(cut.path("size").asInt()).isEqualTo(BodyExcerpt.MAX_BYTES + 1);
        assertThat(cut.has("comment")).isTrue();
    }
}
