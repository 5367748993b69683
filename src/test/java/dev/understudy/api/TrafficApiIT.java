package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class TrafficApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private ApiWorld world;

    private ApiWorld.Person owner;
    private ApiClient api;
    private String id;
    private String path;
    private String mock;

    @BeforeEach
    void anEnvironmentThatAnswers() {
        owner = world.owner();
        api = owner.client();
        id = api.create("""
                {"uuid":"%s","lastMigration":33,"name":"Shop","port":3000,"folders":[],"rootChildren":[{"type":"route","uuid":"%2$s"}],
                 "routes":[{"uuid":"%2$s","type":"http","method":"get","endpoint":"orders/:id","responses":[
                  {"uuid":"%3$s","statusCode":404,"body":"none","rules":[{"target":"params","modifier":"id","operator":"equals","value":"0"}]},
                  {"uuid":"%4$s","statusCode":200,"label":"Found","body":"first","default":true}]}]}""".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
        path = "/environments/" + id + "/traffic";
        mock = api.put("/environments/" + id + "/listener", "{}")
                .json()
                .path("url")
                .asString();
    }

    @AfterEach
    void stop() {
        api.delete("/environments/" + id + "/listener");
    }

    private void ask(String method, String target, String body) throws Exception {
        HTTP.send(
                HttpRequest.newBuilder(URI.create(mock + target))
                        .method(method, BodyPublishers.ofString(body))
                        .header("X-Api-Key", "s3cr3t")
                        .build(),
                BodyHandlers.ofString());
    }

    private List<JsonNode> told(String query) {
        Reply reply = api.get(path + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<JsonNode> all = new ArrayList<>();
        reply.json().forEach(all::add);
        return all;
    }

    private List<String> paths(String query) {
        return told(query).stream()
                .map(one -> one.at("/request/path").asString())
                .toList();
    }

    @Test
    @DisplayName("A47 an exchange is told with request, response, route, what answered and why, and without secrets")
    void whole() throws Exception {
        assertThat(told("")).isEmpty();
        ask("GET", "/orders/42?x=1", "a question");
        JsonNode one = told("?wait=5").getFirst();
        assertThat(one.at("/request/method").asString()).isEqualTo("GET");
        assertThat(one.at("/request/path").asString()).isEqualTo("/orders/42");
        assertThat(one.at("/request/query").asString()).isEqualTo("x=1");
        assertThat(one.at("/request/body").asString()).isEqualTo("a question");
        assertThat(one.at("/request/bodyBytes").asInt()).isEqualTo(10);
        assertThat(one.at("/request/headers").toString()).contains("[REDACTED]").doesNotContain("s3cr3t");
        assertThat(one.at("/response/status").asInt()).isEqualTo(200);
        assertThat(one.at("/response/body").asString()).isEqualTo("first");
        assertThat(one.at("/route/path").asString()).isEqualTo("/orders/:id");
        assertThat(one.at("/answeredBy/kind").asString()).isEqualTo("response");
        assertThat(one.at("/answeredBy/label").asString()).isEqualTo("Found");
        assertThat(one.at("/answeredBy/summary").asString()).isEqualTo("answered by Found");
        assertThat(one.path("durationMs").asInt(-1)).isNotNegative();
        assertThat(one.at("/why/0/text").asString()).isEqualTo("404 — param id equals 0");
        assertThat(one.at("/why/0/held").asBoolean(true)).isFalse();
        assertThat(one.at("/why/0/rules/0/compared").asString()).isEqualTo("42");
        assertThat(one.at("/why/1/text").asString()).isEqualTo("default");
    }

    @Test
    @DisplayName("A47 where nothing matched the nearest routes are told")
    void nearest() throws Exception {
        ask("GET", "/order/42", "");
        JsonNode one = told("?wait=5").getFirst();
        assertThat(one.path("route").isNull()).isTrue();
        assertThat(one.at("/answeredBy/summary").asString()).isEqualTo("nothing matched · nearest: orders/:id");
        assertThat(one.at("/nearest/0/reason").asString()).isEqualTo("segment 1 is `orders` there");
    }

    @Test
    @DisplayName("A47 exchanges are found by method, path, status, route and time, the newest first")
    void filtered() throws Exception {
        ask("GET", "/orders/1", "");
        ask("POST", "/orders/2", "");
        ask("GET", "/orders/0", "");
        assertThat(paths("?count=3&wait=5")).containsExactly("/orders/0", "/orders/2", "/orders/1");
        assertThat(paths("?method=post")).containsExactly("/orders/2");
        assertThat(paths("?path=/orders/1")).containsExactly("/orders/1");
        assertThat(paths("?path=/orders/*")).hasSize(3);
        assertThat(paths("?path=/orders")).isEmpty();
        assertThat(paths("?status=404")).containsExactly("/orders/0", "/orders/2");
        assertThat(paths("?status=2xx")).containsExactly("/orders/1");
        assertThat(paths("?limit=1")).containsExactly("/orders/0");
        JsonNode first = told("").getLast();
        assertThat(paths("?route=" + first.at("/route/id").asString())).containsExactly("/orders/0", "/orders/1");
        assertThat(paths("?since=" + first.path("id").asString())).containsExactly("/orders/0", "/orders/2");
        assertThat(paths("?since=2020-01-01T00:00:00Z&branch=main")).hasSize(3);
        assertThat(paths("?since=2120-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    @DisplayName("A48 with wait it answers when there are as many as wanted, or when the time is over")
    void waits() throws Exception {
        CompletableFuture<List<String>> two =
                CompletableFuture.supplyAsync(() -> paths("?path=/orders/*&count=2&wait=20"));
        ask("GET", "/orders/1", "");
        ask("GET", "/elsewhere", "");
        assertThat(two).isNotDone();
        ask("GET", "/orders/2", "");
        assertThat(two.get(10, TimeUnit.SECONDS)).containsExactly("/orders/2", "/orders/1");
        long start = System.nanoTime();
        assertThat(paths("?status=500&wait=1")).isEmpty();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(900L, 10_000L);
    }

    @Test
    @DisplayName(
            "A53 A54 what is kept is told page by page with the same filters, and one by its id, after the mock stopped too")
    void kept() throws Exception {
        for (int number = 0; number < 12; number++) {
            ask("GET", "/orders/" + number + "?token=s3cr3t", "x");
        }
        List<JsonNode> all = told("?count=12&wait=5");
        assertThat(all.toString()).contains("token=REDACTED").doesNotContain("s3cr3t");
        Awaitility.await()
                .until(() ->
                        paths("?before=2120-01-01T00:00:00Z&path=/orders/0").size() == 1);
        api.delete("/environments/" + id + "/listener");
        assertThat(paths("")).hasSize(12);
        api.put("/environments/" + id + "/listener", "{}");
        assertThat(paths("")).isEmpty();
        assertThat(api.get(path).header("Link")).contains("before=").contains("rel=\"next\"");
        assertThat(paths("?before=2120-01-01T00:00:00Z&limit=5"))
                .containsExactly("/orders/11", "/orders/10", "/orders/9", "/orders/8", "/orders/7");
        Reply page = api.get(path + "?limit=5&before=" + all.get(4).path("id").asString());
        assertThat(page.json()).hasSize(5);
        assertThat(page.header("Link"))
                .contains("limit=5&before=" + all.get(9).path("id").asString());
        assertThat(paths("?before=" + all.get(9).path("id").asString())).containsExactly("/orders/1", "/orders/0");
        assertThat(paths("?before=2120-01-01T00:00:00Z&status=404")).containsExactly("/orders/0");
        assertThat(paths("?before=2020-01-01T00:00:00Z")).isEmpty();
        Reply one = api.get(path + "/" + all.getLast().path("id").asString());
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.json().at("/why/0/text").asString()).isEqualTo("404 — param id equals 0");
        assertThat(api.delete(path).status()).isEqualTo(204);
        Reply gone = api.get(path + "/" + all.getLast().path("id").asString());
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).contains("Nothing is kept of this exchange");
        assertThat(api.get(path + "/nonsense").status()).isEqualTo(404);
        assertThat(paths("?before=2120-01-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest(name = "A47 {0} is refused")
    @CsvSource({
        "?color=red",
        "?status=abc",
        "?status=4x",
        "?wait=soon",
        "?wait=-1",
        "?limit=0",
        "?limit=101",
        "?count=0",
        "?since=yesterday",
        "?before=yesterday",
        "?before=57b6cc18-2ee1-4bc3-9aa4-6b9d7c9c2b5a",
        "?before=+999999999-01-01T00:00:00Z",
        "?before=2026-01-01T00:00:00Z&wait=1",
        "?method=GET&method=POST",
    })
    void badInput(String query) {
        Reply reply = api.get(path + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    }

    @Test
    @DisplayName("A47 an editor clears it for everybody, a viewer reads")
    void cleared() throws Exception {
        ask("GET", "/orders/1", "");
        assertThat(told("?wait=5")).hasSize(1);
        ApiClient viewer = world.member(owner.team(), Role.VIEWER, TokenScope.ENVIRONMENT_READ)
                .client();
        assertThat(viewer.get(path).json()).hasSize(1);
        assertThat(viewer.delete(path).status()).isEqualTo(403);
        assertThat(world.owner().client().get(path).status()).isEqualTo(404);
        assertThat(api.delete(path + "?color=red").status()).isEqualTo(400);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(told("")).isEmpty();
        assertThat(api.get(path + "?branch=other").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("A49 a stream tells of exchanges where it is asked to")
    void streamed() throws Exception {
        ask("GET", "/orders/before", "");
        assertThat(told("?wait=5")).hasSize(1);
        try (EventReader events = api.follow(id, "?traffic=true")) {
            events.next("listener");
            ask("GET", "/orders/0", "");
            JsonNode one = events.next("exchange").data();
            assertThat(one.at("/request/path").asString()).isEqualTo("/orders/0");
            assertThat(one.path("leftOut").asInt(-1)).isZero();
            assertThat(one.at("/why/0/held").asBoolean()).isTrue();
        }
        assertThat(api.get("/environments/" + id + "/changes?traffic=maybe").status())
                .isEqualTo(400);
    }
}
