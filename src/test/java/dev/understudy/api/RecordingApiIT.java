package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.hosting.outbound.Upstream;
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
import tools.jackson.databind.JsonNode;

@ApiServerTest
class RecordingApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HAR = """
            {"log":{"entries":[
              {"request":{"method":"GET","url":"https://one/a"},"response":{"status":200,"content":{"mimeType":"text/plain","text":"1"}}},
              {"request":{"method":"GET","url":"https://two/b"},"response":{"status":200,"content":{"mimeType":"image/png","text":"AAEC","encoding":"base64"}}},
              {"request":{"method":"GET","url":"https://two/c"},"response":{"status":404,"content":{"mimeType":"text/plain","text":"3"}}}]}}""";

    @Autowired
    private ApiWorld world;

    private Upstream real;
    private ApiClient api;

    @BeforeEach
    void start() throws IOException {
        real = new Upstream(request -> Upstream.ok("real " + request.split(" ", 3)[1]));
        api = world.owner().client();
    }

    @AfterEach
    void stop() throws IOException {
        real.close();
    }

    private String create(boolean forwards) {
        return api.create("""
                {"uuid":"%s","lastMigration":33,"name":"Shop","port":3000,"folders":[],"rootChildren":[],"routes":[],
                 "proxyMode":%s,"proxyHost":"%s"}""".formatted(UUID.randomUUID(), forwards, real.url("")));
    }

    private static JsonNode ok(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    @DisplayName("A60 A61 programs record, look at what could be added, save it and add it")
    void records() throws Exception {
        String environment = "/environments/" + create(true);
        String path = environment + "/recording";
        String mock = ok(api.put(environment + "/listener", "{}")).path("url").asString();
        assertThat(ok(api.get(path)).path("state").asString()).isEqualTo("none");
        assertThat(ok(api.post(path, "")).path("state").asString()).isEqualTo("running");
        assertThat(get(mock + "/orders/1")).isEqualTo("real /orders/1");
        get(mock + "/orders/2");
        await().until(() -> ok(api.get(path)).path("different").asInt() == 2);
        assertThat(ok(api.post(path + "/stop", "")).path("stoppedWhy").asString())
                .isEqualTo("person");
        JsonNode found = ok(api.get(path + "/routes?grouped=true"));
        assertThat(found.at("/routes/0/key").asString()).isEqualTo("GET /orders/:id");
        assertThat(found.at("/routes/0/responses/1/label").asString()).isEqualTo("id 2");
        assertThat(ok(api.get(path + "/har"))
                        .at("/log/entries/1/response/content/text")
                        .asString())
                .isEqualTo("real /orders/2");
        assertThat(ok(api.post(path + "/apply", "{\"grouped\":true,\"routes\":[\"GET /else\"]}"))
                        .path("outcome")
                        .asString())
                .isEqualTo("no-effect");
        JsonNode learned = ok(api.post(path + "/apply", "{\"grouped\":true,\"routes\":[\"GET /orders/:id\"]}"));
        assertThat(learned.path("routes").asInt()).isEqualTo(1);
        assertThat(learned.path("responses").asInt()).isEqualTo(2);
        assertThat(ok(api.get(path)).path("state").asString()).isEqualTo("none");
        assertThat(api.post(path + "/apply", "{\"grouped\":1}").status()).isEqualTo(400);
        api.delete(environment + "/listener");
    }

    @Test
    @DisplayName("A60 where nothing is forwarded there is nothing to record, and that is said")
    void notForwarded() {
        Reply reply = api.post("/environments/" + create(false) + "/recording", "");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("code").asString()).isEqualTo("conflict");
        assertThat(reply.json().path("detail").asString()).contains("Turn on the proxy");
    }

    @Test
    @DisplayName(
            "A62 F48 F50 an archive is added to an environment, of one server, or only looked at; or it becomes one")
    void archive() throws Exception {
        String environment = "/environments/" + create(false);
        JsonNode look = ok(api.post(environment + "/har?look=true", HAR));
        assertThat(look.at("/learned/outcome").asString()).isEqualTo("no-effect");
        assertThat(look.path("host").asString()).isEqualTo("two");
        assertThat(look.at("/hosts/one").asInt()).isEqualTo(1);
        assertThat(ok(api.post(environment + "/har?host=one", HAR))
                        .at("/learned/routes")
                        .asInt())
                .isEqualTo(1);
        assertThat(ok(api.post(environment + "/har", HAR)).at("/learned/routes").asInt())
                .isEqualTo(2);
        assertThat(ok(api.post(environment + "/har", HAR))
                        .at("/learned/outcome")
                        .asString())
                .isEqualTo("no-effect");
        assertThat(api.post(environment + "/har?host=three", HAR).status()).isEqualTo(400);
        String made = "/environments/" + api.create(HAR);
        String mock = ok(api.put(made + "/listener", "{}")).path("url").asString();
        assertThat(get(mock + "/c")).isEqualTo("3");
        assertThat(get(mock + "/b")).isEqualTo("\0\1\2");
        api.delete(made + "/listener");
    }
}
