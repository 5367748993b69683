package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiServerTest
class DocumentApiIT {

    private static final String ROUTE = UUID.randomUUID().toString();

    @Autowired
    private ApiWorld world;

    private ApiClient api;
    private String id;
    private String path;

    @BeforeEach
    void anEnvironment() {
        api = world.owner().client();
        id = api.create(document("first"));
        path = "/environments/" + id + "/document";
    }

    private static String document(String documentation) {
        return """
                {"uuid":"%s","lastMigration":33,"name":"Shop","port":3000,"folders":[],"rootChildren":[{"type":"route","uuid":"%s"}],
                 "routes":[{"uuid":"%s","type":"http","method":"get","endpoint":"orders","documentation":"%s","responses":[
                  {"uuid":"%s","statusCode":200,"body":"[]","headers":[{"key":"X-A","value":"1"}],"default":true}]}]}""".formatted(new UUID(0, 1), ROUTE, ROUTE, documentation, new UUID(0, 2));
    }

    @Test
    @DisplayName("A14 the document comes with its revision as ETag, and not again to who has it")
    void etag() {
        Reply reply = api.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json().path("routes").path(0).path("endpoint").asString())
                .isEqualTo("orders");

        Reply again = api.get(path, "If-None-Match", "\"1\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(api.get(path, "If-None-Match", "\"0\"").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A14 the description of the API comes in JSON and in YAML, with the revision as ETag")
    void description() {
        String at = "/environments/" + id + "/openapi";
        Reply json = api.get(at + ".json");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.header("ETag")).isEqualTo("\"1\"");
        assertThat(json.json().path("paths").path("/orders").has("get")).isTrue();
        assertThat(api.get(at + ".json", "If-None-Match", "\"1\"").status()).isEqualTo(304);
        Reply yaml = api.get(at + ".yaml");
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: 3.0.0");
    }

    @Test
    @DisplayName("A15 a description of an API does not replace a document")
    void descriptionAsDocument() {
        Reply reply = api.put(path, "{\"openapi\":\"3.0.0\",\"paths\":{}}", "If-Match", "\"1\"");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("new environment");
    }

    @Test
    @DisplayName("A15 replacing is one change of what differs; the same ids stay the same nodes")
    void replace() throws Exception {
        Reply reply = api.put(path, document("second"), "If-Match", "\"1\"");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("revision").asInt()).isEqualTo(2);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(path)
                        .json()
                        .path("routes")
                        .path(0)
                        .path("documentation")
                        .asString())
                .isEqualTo("second");
        try (EventReader events = api.follow(id, "?since=1")) {
            var edits = events.next("change").data().path("edits");
            assertThat(edits).hasSize(1);
            assertThat(edits.path(0).path("node").asString()).isEqualTo(ROUTE);
            assertThat(edits.path(0).path("field").asString()).isEqualTo("documentation");
        }
    }

    @Test
    @DisplayName("A15 replacing with the same makes no revision")
    void replaceWithTheSame() {
        Reply reply = api.put(path, api.get(path).body(), "If-Match", "\"1\"");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("A15 what was removed comes back under its id")
    void comesBack() {
        String before = api.get(path).body();
        assertThat(api.edit(id, "{\"op\":\"remove\",\"node\":\"" + ROUTE + "\"}")
                        .status())
                .isEqualTo(200);
        Reply reply = api.put(path, before, "If-Match", "\"2\"");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(api.get(path).json())
                .isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree(before));
    }

    @Test
    @DisplayName("A15 a stale If-Match is refused with 412, a missing one with 428, and nothing is changed")
    void staleOrMissing() {
        Reply stale = api.put(path, document("second"), "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-revision");
        assertThat(stale.json().path("revision").asInt()).isEqualTo(1);
        Reply missing = api.put(path, document("second"));
        assertThat(missing.status()).isEqualTo(428);
        assertThat(missing.code()).isEqualTo("stale-revision");
        assertThat(api.revision(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("A15 what is no environment is refused and leaves the document alone")
    void invalid() {
        Reply reply = api.put(path, "{\"a\":1}", "If-Match", "\"1\"");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("invalid-document");
        assertThat(api.put(path, "", "If-Match", "\"1\"").code()).isEqualTo("invalid-document");
        assertThat(api.revision(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("D10 unknown numbers are stored, told, replaced and duplicated digit by digit")
    void numbers() {
        String extra = "\"x-build\": {\"n\": [1e2, -0, 1.0e-7, 12345678901234567890, 1.10, 1E400]}, \"x-one\": -0.0,";
        String withNumbers = document("first").replace("\"port\"", extra + "\"port\"");
        String created = api.create(withNumbers);
        String at = "/environments/" + created + "/document";
        String wanted = "\"x-build\":{\"n\":[1e2,-0,1.0e-7,12345678901234567890,1.10,1E400]},\"x-one\":-0.0}";
        assertThat(api.get(at).body().replaceAll("\\s", "")).endsWith(wanted);
        String put = api.get(at).body().replace("first", "second");
        assertThat(api.put(at, put, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.get(at).body().replaceAll("\\s", "")).contains("second").endsWith(wanted);
        String copy = api.create(api.get(at).body());
        assertThat(api.get("/environments/" + copy + "/document").body().replaceAll("\\s", ""))
                .endsWith(wanted);
    }
}
