package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.edit.Change;
import dev.understudy.environment.Limits;
import dev.understudy.environment.OrderKey;
import dev.understudy.presence.Focus;
import dev.understudy.team.link.Links;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiServerTest
class LimitsApiIT {

    @Autowired
    private ApiWorld world;

    private ApiClient api;
    private String id;
    private String root;

    @BeforeEach
    void anEnvironment() {
        api = world.owner().client();
        id = api.create("");
        root = api.root(id);
    }

    @AfterEach
    void theRoomGoesOn() {
        assertThat(api.edit(id, set("name", "Still here")).status()).isEqualTo(200);
    }

    private String set(String field, String value) {
        return "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"%s\",\"value\":\"%s\"}".formatted(root, field, value);
    }

    private static String folder(UUID node, Object parent, String more) {
        return "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"folder\",\"parent\":\"%s\"%s}".formatted(node, parent, more);
    }

    private static String bucket(Object parent, String value) {
        return "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"bucket\",\"parent\":\"%s\",\"fields\":{\"name\":\"b\",\"value\":\"%s\"}}"
                .formatted(UUID.randomUUID(), parent, value);
    }

    private static void assertBeyond(Reply reply, int status, String code, long limit, long value) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("limit").asLong()).isEqualTo(limit);
        assertThat(reply.json().path("value").asLong()).isEqualTo(value);
    }

    private static void assertInvalidEdit(Reply reply, int edit, long limit, long value) {
        assertBeyond(reply, 422, "invalid-edit", limit, value);
        assertThat(reply.json().path("edit").asInt(-1)).isEqualTo(edit);
    }

    @Test
    @DisplayName("A3 a text that is too long is refused with the limit and its length: set, added, spliced")
    void texts() {
        int limit = Limits.MAX_SHORT_TEXT;
        String text = "x".repeat(limit + 1);
        assertInvalidEdit(api.edit(id, set("hostname", "") + "," + set("name", text)), 1, limit, limit + 1);
        String fields = ",\"fields\":{\"name\":\"" + text + "\"}";
        assertInvalidEdit(api.edit(id, folder(UUID.randomUUID(), root, fields)), 0, limit, limit + 1);
        int length = "New environment".length();
        String splice = "{\"op\":\"splice\",\"node\":\"%s\",\"field\":\"name\",\"changes\":[%d,[0,\"%s\"]]}"
                .formatted(root, length, text);
        assertInvalidEdit(api.edit(id, splice), 0, limit, limit + 1 + length);
        int longer = Limits.MAX_LONG_TEXT;
        assertInvalidEdit(api.edit(id, bucket(root, "x".repeat(longer + 1))), 0, longer, longer + 1);
    }

    @Test
    @DisplayName("A3 an order key that is too long is refused")
    void orderKeys() {
        String key = "a0" + "V".repeat(OrderKey.MAX_LENGTH);
        Reply reply = api.edit(id, folder(UUID.randomUUID(), root, ",\"order\":\"" + key + "\""));
        assertThat(reply.code()).as(reply.body()).isEqualTo("invalid-edit");
    }

    @Test
    @DisplayName("A3 folders that are nested too deep are refused with how deep they would be")
    void deep() {
        StringBuilder edits = new StringBuilder();
        Object parent = root;
        for (int depth = 1; depth <= 200; depth++) {
            UUID node = UUID.randomUUID();
            edits.append(depth == 1 ? "" : ",").append(folder(node, parent, ""));
            parent = node;
        }
        Reply reply = api.edit(id, edits.toString());
        assertBeyond(reply, 413, "environment-too-large", Limits.MAX_FOLDER_DEPTH, 200);
        assertThat(api.revision(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("A3 more nodes than an environment may have are refused")
    void nodes() {
        String edits = IntStream.range(0, Limits.MAX_NODES)
                .mapToObj(_ -> folder(UUID.randomUUID(), root, ""))
                .collect(Collectors.joining(","));
        assertBeyond(api.edit(id, edits), 413, "environment-too-large", Limits.MAX_NODES, Limits.MAX_NODES + 1L);
    }

    @Test
    @DisplayName("A3 more bytes than an environment may have are refused")
    void bytes() {
        String five = "x".repeat(Limits.MAX_LONG_TEXT);
        assertThat(api.edit(id, bucket(root, five)).status()).isEqualTo(200);
        assertThat(api.edit(id, bucket(root, five)).status()).isEqualTo(200);
        Reply reply = api.edit(id, bucket(root, five));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("environment-too-large");
        assertThat(reply.json().path("limit").asLong()).isEqualTo(Limits.MAX_ENVIRONMENT_BYTES);
        assertThat(reply.json().path("value").asLong()).isGreaterThan(Limits.MAX_ENVIRONMENT_BYTES);
        assertThat(reply.json().path("edit").asInt(-1)).isZero();
    }

    @Test
    @DisplayName("A3 a change with too many edits is refused")
    void edits() {
        String one = set("name", "a");
        String edits = (one + ",").repeat(Change.MAX_EDITS) + one;
        assertInvalidEdit(api.edit(id, edits), -1, Change.MAX_EDITS, Change.MAX_EDITS + 1L);
    }

    @Test
    @DisplayName("A3 the names that a client gives itself, and says it is at, have a limit")
    void clients() {
        int limit = Change.MAX_CLIENT_LENGTH;
        String longer = "x".repeat(limit + 1);
        assertInvalidEdit(api.edits(id, longer, 1, 1, set("name", "a")), -1, limit, limit + 1L);
        String path = "/environments/" + id + "/presence";
        Reply client = api.put(path, "{\"client\":\"" + longer + "\"}");
        assertBeyond(client, 400, "invalid-request", limit, limit + 1L);
        String field = "x".repeat(Focus.MAX_FIELD_LENGTH + 1);
        Reply focus = api.put(path, "{\"client\":\"c\",\"field\":\"" + field + "\"}");
        assertBeyond(focus, 400, "invalid-request", Focus.MAX_FIELD_LENGTH, Focus.MAX_FIELD_LENGTH + 1L);
    }

    @Test
    @DisplayName("A3 a body that is too large is refused with its size, before it is parsed")
    void bodies() {
        String large = "\"" + "x".repeat(16 * 1024 * 1024) + "\"";
        for (Reply reply : new Reply[] {
            api.post("/environments/" + id + "/edits", large),
            api.post("/environments", large),
            api.put("/environments/" + id + "/document", large, "If-Match", "\"1\"")
        }) {
            assertBeyond(reply, 413, "environment-too-large", JsonBodyReader.MAX_BYTES, large.length());
        }
        String small = "\"" + "x".repeat(JsonBodyReader.MAX_SMALL_BYTES) + "\"";
        for (String path : new String[] {"/presence", "/listener"}) {
            Reply reply = api.put("/environments/" + id + path, small);
            assertBeyond(reply, 413, "invalid-request", JsonBodyReader.MAX_SMALL_BYTES, small.length());
        }
    }

    @Test
    @DisplayName("A3 an environment has so many links at most")
    void links() {
        String path = "/environments/" + id + "/links";
        for (int count = 1; count <= Links.MOST_PER_ENVIRONMENT; count++) {
            assertThat(api.post(path, "").status()).isEqualTo(201);
        }
        int most = Links.MOST_PER_ENVIRONMENT;
        assertBeyond(api.post(path, ""), 409, "quota-exceeded", most, most + 1L);
    }
}
