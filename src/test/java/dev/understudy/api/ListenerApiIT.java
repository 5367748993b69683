package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class ListenerApiIT {

    @Autowired
    private ApiWorld world;

    @Value("${understudy.listener.ports}")
    private String ports;

    private ApiClient api;
    private String id;
    private String path;

    @BeforeEach
    void anEnvironmentThatAnswers() {
        api = world.owner().client();
        id = api.create("""
                {"uuid":"%s","lastMigration":33,"name":"Shop","port":3000,"folders":[],"rootChildren":[{"type":"route","uuid":"%2$s"}],
                 "routes":[{"uuid":"%2$s","type":"http","method":"get","endpoint":"orders","responses":[
                  {"uuid":"%3$s","statusCode":200,"body":"first","default":true}]}]}""".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
        path = "/environments/" + id + "/listener";
    }

    @AfterEach
    void stop() {
        api.delete(path);
    }

    private static String body(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    @DisplayName("A31 started without a wish it gets a free port, answers there, and starting again leaves it there")
    void started() throws Exception {
        assertThat(api.get(path).json().path("state").asString()).isEqualTo("stopped");
        Reply reply = api.put(path, "{}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode listener = reply.json();
        assertThat(listener.path("state").asString()).isEqualTo("running");
        assertThat(listener.path("port").asInt())
                .isBetween(Integer.parseInt(ports.substring(0, ports.indexOf('-'))), lastBut(0));
        assertThat(body(listener.path("url").asString() + "/orders")).isEqualTo("first");
        assertThat(api.put(path, "").json()).isEqualTo(listener);
        assertThat(api.put(path, "{\"port\":null}").json()).isEqualTo(listener);
        assertThat(api.get(path).json()).isEqualTo(listener);
        assertThat(api.get("/environments/" + id).json().path("listener")).isEqualTo(listener);
        assertThat(api.get("/environments").json().path(0).path("listener")).isEqualTo(listener);
    }

    @Test
    @DisplayName("L120 a port of the document that another environment has is told with its name, also in the list")
    void namedByAnother() {
        int taken = api.put(path, "{}").json().path("port").asInt();
        String second = api.create("""
                {"uuid":"%s","lastMigration":33,"name":"Second","port":%d,"folders":[],"rootChildren":[],"routes":[]}""".formatted(UUID.randomUUID(), taken));
        JsonNode listener =
                api.put("/environments/" + second + "/listener", "{}").json();
        int port = listener.path("port").asInt();
        assertThat(port).isNotEqualTo(taken);
        assertThat(listener.path("note").asString())
                .isEqualTo("Port %d is taken by “Shop”; answering on %d.".formatted(taken, port));
        assertThat(api.get("/environments/" + second).json().path("listener")).isEqualTo(listener);
        assertThat(api.get(path).json().path("note").asString())
                .contains("3000")
                .contains("outside of the ports that mocks may take here");
        api.delete("/environments/" + second + "/listener");
    }

    @Test
    @DisplayName("A35 P45 the token of the admin API is told once, to who makes it; after that who made it when")
    void adminToken() {
        JsonNode before = api.get(path + "/admin-token").json();
        assertThat(before.path("enabled").asBoolean()).isTrue();
        assertThat(before.path("hasToken").asBoolean()).isFalse();
        assertThat(before.path("url").isNull()).isTrue();
        api.put(path, "{}");
        JsonNode entry = api.get(path + "/admin-token").json();
        assertThat(entry.path("url").asString()).endsWith("/mockoon-admin");
        JsonNode renewed = api.post(path + "/admin-token", "").json();
        assertThat(renewed.path("token").asString()).matches("[0-9A-Za-z]{40}");
        JsonNode later = api.get(path + "/admin-token").json();
        assertThat(later.has("token")).as("told once").isFalse();
        assertThat(later.path("hasToken").asBoolean()).isTrue();
        assertThat(later.path("madeBy")).isEqualTo(renewed.path("madeBy"));
        assertThat(later.path("madeAt").asString()).isNotEmpty();
    }

    @Test
    @DisplayName("A31 its answers follow the edits")
    void follows() throws Exception {
        String url = api.put(path, "{}").json().path("url").asString() + "/orders";
        JsonNode response = api.get("/environments/" + id + "/document")
                .json()
                .path("routes")
                .path(0)
                .path("responses")
                .path(0);
        Reply edit = api.edit(
                id,
                "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"body\",\"value\":\"second\"}"
                        .formatted(response.path("uuid").asString()));
        assertThat(edit.status()).as(edit.body()).isEqualTo(200);
        String body = body(url);
        for (int attempt = 0; attempt < 100 && !body.equals("second"); attempt++) {
            Thread.sleep(20);
            body = body(url);
        }
        assertThat(body).isEqualTo("second");
    }

    @Test
    @DisplayName("A31 it gets the port that is asked for, and moves to another one")
    void wished() throws Exception {
        int first = lastBut(1);
        int second = lastBut(2);
        assertThat(api.put(path, "{\"port\":" + first + "}").json().path("port").asInt())
                .isEqualTo(first);
        JsonNode moved = api.put(path, "{\"port\":" + second + "}").json();
        assertThat(moved.path("port").asInt()).isEqualTo(second);
        assertThat(body(moved.path("url").asString() + "/orders")).isEqualTo("first");
    }

    @Test
    @DisplayName("A31 a port that another listener has is refused, and what runs stays where it is")
    void takenByAnother() {
        JsonNode running = api.put(path, "{}").json();
        String other = "/environments/" + api.create("") + "/listener";
        JsonNode others = api.put(other, "{}").json();
        Reply reply = api.put(path, "{\"port\":" + others.path("port").asInt() + "}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("port-unavailable");
        assertThat(reply.json().path("port")).isEqualTo(others.path("port"));
        assertThat(api.get(path).json()).isEqualTo(running);
        api.delete(other);
    }

    @Test
    @DisplayName("A31 stopped, it has neither port nor address; stopping what is stopped is no error")
    void stopped() {
        api.put(path, "{}");
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.delete(path).status()).isEqualTo(204);
        JsonNode listener = api.get(path).json();
        assertThat(listener.path("state").asString()).isEqualTo("stopped");
        assertThat(listener.path("port").isNull()).isTrue();
        assertThat(listener.path("url").isNull()).isTrue();
    }

    /// The last but so many of the ports that listeners may have: no environment is that far.
    private int lastBut(int count) {
        return Integer.parseInt(ports.substring(ports.indexOf('-') + 1)) - count;
    }
}
