package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.hosting.wire.Talker;
import dev.understudy.hosting.wire.Wire;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class ResendApiIT {

    @Autowired
    private ApiWorld world;

    private ApiClient api;
    private String listener;
    private String traffic;
    private int port;

    @BeforeEach
    void anEnvironmentThatAnswers() {
        api = world.owner().client();
        String id = api.create("""
                {"uuid":"%s","lastMigration":33,"name":"Shop","port":3000,"folders":[],
                 "rootChildren":[{"type":"route","uuid":"%2$s"},{"type":"route","uuid":"%3$s"}],
                 "routes":[{"uuid":"%2$s","type":"http","method":"post","endpoint":"orders","responses":[
                  {"uuid":"%4$s","statusCode":200,"body":"made","default":true}]},
                  {"uuid":"%3$s","type":"ws","method":"","endpoint":"chat","responses":[
                  {"uuid":"%5$s","statusCode":200,"label":"Echo","body":"heard","default":true}]}]}""".formatted(
                        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
        listener = "/environments/" + id + "/listener";
        traffic = "/environments/" + id + "/traffic";
        port = api.put(listener, "{}").json().path("port").asInt();
    }

    @AfterEach
    void stop() {
        api.delete(listener);
    }

    private JsonNode newest() {
        return api.get(traffic).json().path(0);
    }

    private String asked(String body) throws Exception {
        Wire.ask(
                port,
                "POST /orders HTTP/1.1\r\nHost: x\r\nX-Api-Key: s3cr3t\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body));
        return newest().path("id").asString();
    }

    @Test
    @DisplayName("A72 a request is sent again, and what came of it says who sent it; why another is not is told")
    void again() throws Exception {
        String first = asked("a");
        Reply sent = api.post(traffic + "/" + first + "/send-again", "");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        String second = sent.json().path("exchange").asString();
        assertThat(second).isNotEqualTo(first);
        JsonNode made = newest();
        assertThat(made.path("id").asString()).isEqualTo(second);
        assertThat(made.path("sentAgainBy").asString()).isNotEmpty();
        assertThat(made.toString()).doesNotContain("s3cr3t");
        assertThat(made.at("/request/body").asString()).isEqualTo("a");
        assertThat(api.post(traffic + "/" + UUID.randomUUID() + "/send-again", "{}")
                        .status())
                .isEqualTo(404);
        String cut = asked("c".repeat(40_000));
        refused(cut, "cut");
        api.delete(listener);
        refused(first, "stopped");
    }

    private void refused(String exchange, String reason) {
        Reply reply = api.post(traffic + "/" + exchange + "/send-again", "{\"withoutSecrets\":true}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("code").asString()).isEqualTo("not-sent");
        assertThat(reply.json().path("reason").asString()).isEqualTo(reason);
    }

    @Test
    @DisplayName("A70 a WebSocket is told with its messages, what answered them, and how it was closed")
    void conversation() throws Exception {
        try (Talker talker = Talker.open(port, "/chat")) {
            talker.say("hello");
            JsonNode open = newest();
            assertThat(open.at("/response/status").asInt()).isEqualTo(101);
            assertThat(open.at("/conversation/messages").asInt()).isEqualTo(2);
            assertThat(open.at("/conversation/closed").isNull()).isTrue();
            assertThat(open.at("/messages/0/from").asString()).isEqualTo("client");
            assertThat(open.at("/messages/0/text").asString()).isEqualTo("hello");
            JsonNode answer = open.at("/messages/1");
            assertThat(answer.path("from").asString()).isEqualTo("mock");
            assertThat(answer.path("answers").asInt()).isEqualTo(1);
            assertThat(answer.path("summary").asString()).isEqualTo("answered by Echo");
            assertThat(open.path("callbacks").isArray()).isTrue();
            talker.leave();
            await().until(() ->
                    newest().at("/conversation/closed/by").asString().equals("client"));
        }
        asked("b");
        assertThat(newest().path("conversation").isNull()).isTrue();
        assertThat(newest().path("sentAgainBy").isNull()).isTrue();
    }
}
