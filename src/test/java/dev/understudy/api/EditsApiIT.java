package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class EditsApiIT {

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

    private String set(String field, String value) {
        return """
                {"op":"set","node":"%s","field":"%s","value":%s}""".formatted(root, field, value);
    }

    private String add(UUID node) {
        return """
                {"op":"add","node":"%s","kind":"folder","parent":"%s","fields":{"name":"Orders"}}""".formatted(node, root);
    }

    @Test
    @DisplayName("A16 a change is answered with its revision, its outcome and what was committed")
    void committed() {
        Reply reply = api.edit(id, set("name", "\"Orders\""));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode answer = reply.json();
        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("revision", "outcome", "effective", "problems");
        assertThat(answer.path("revision").asInt()).isEqualTo(2);
        assertThat(answer.path("outcome").asString()).isEqualTo("committed");
        assertThat(answer.path("effective").path(0).path("value").asString()).isEqualTo("Orders");
        assertThat(answer.path("problems")).isEmpty();
    }

    @Test
    @DisplayName("A16 an add without order comes back with the order it got")
    void adjusted() {
        JsonNode answer = api.edit(id, add(UUID.randomUUID())).json();
        assertThat(answer.path("effective").path(0).path("order").asString()).isEqualTo("a0");
    }

    @Test
    @DisplayName("A16 an edit of a node that is gone has no effect, and says so")
    void noEffect() {
        UUID folder = UUID.randomUUID();
        api.edit(id, add(folder));
        String remove = "{\"op\":\"remove\",\"node\":\"" + folder + "\"}";
        api.edit(id, remove);
        Reply reply = api.edit(id, remove);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("outcome").asString()).isEqualTo("no-effect");
        assertThat(reply.json().path("revision").asInt()).isEqualTo(3);
        assertThat(reply.json().path("effective")).isEmpty();
        assertThat(reply.json().path("problems").path(0).path("edit").asInt()).isZero();
        assertThat(reply.json().path("problems").path(0).path("message").asString())
                .isNotBlank();
    }

    @Test
    @DisplayName("A17 a wrong edit is named with its index and reason, and nothing of its change is committed")
    void invalid() {
        for (String wrong : new String[] {
            set("port", "\"three\""),
            set("colour", "\"red\""),
            "{\"op\":\"add\",\"node\":\"%s\",\"kind\":\"thing\",\"parent\":\"%s\"}".formatted(UUID.randomUUID(), root),
            "{\"op\":\"fly\"}",
            "{\"op\":\"move\",\"node\":\"%s\",\"parent\":\"%s\"}".formatted(root, root)
        }) {
            Reply reply = api.edit(id, set("name", "\"Half\"") + "," + wrong);
            assertThat(reply.status()).as(wrong + " " + reply.body()).isEqualTo(422);
            assertThat(reply.code()).isEqualTo("invalid-edit");
            assertThat(reply.json().path("edit").asInt()).isEqualTo(1);
            assertThat(reply.json().path("reason").asString()).isNotBlank();
        }
        assertThat(api.revision(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("A17 an id that exists or existed is refused")
    void idsAreNotGivenTwice() {
        UUID folder = UUID.randomUUID();
        api.edit(id, add(folder));
        assertThat(api.edit(id, add(folder)).code()).isEqualTo("invalid-edit");
        api.edit(id, "{\"op\":\"remove\",\"node\":\"" + folder + "\"}");
        assertThat(api.edit(id, add(folder)).code()).isEqualTo("invalid-edit");
    }

    @Test
    @DisplayName("A18 the same client and number get the first answer again")
    void resent() {
        Reply first = api.edits(id, "c-1", 1, 1, set("name", "\"Orders\""));
        assertThat(api.edits(id, "c-1", 2, 2, set("name", "\"Shop\"")).status()).isEqualTo(200);
        Reply again = api.edits(id, "c-1", 1, 1, set("name", "\"Orders\""));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get("/environments/" + id).json().path("name").asString())
                .isEqualTo("Shop");
        assertThat(api.revision(id)).isEqualTo(3);
    }

    @Test
    @DisplayName("A18 no client gets the answer to the creation, whatever it calls itself")
    void theCreationIsNobodysAnswer() {
        JsonNode creation;
        try (EventReader events = api.follow(id, "?since=0")) {
            creation = events.next("change").data();
        } catch (java.io.IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        String client = creation.path("client").asString();
        Reply reply = api.edits(id, client, creation.path("seq").asLong(), 1, set("name", "\"Orders\""));
        assertThat(reply.code()).isEqualTo("invalid-edit");
        Reply named = api.edits(id, "catalogue", 1, 1, set("name", "\"Orders\""));
        assertThat(named.json().path("revision").asInt()).isEqualTo(2);
        assertThat(named.json().path("effective").path(0).path("value").asString())
                .isEqualTo("Orders");
    }

    @Test
    @DisplayName("A18 of one change sent several times at once one is committed and all get its answer")
    void resentAtOnce() {
        var answers = java.util.stream.IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ ->
                        api.edits(id, "c-1", 1, 1, set("name", "\"Orders\"")).body())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(api.revision(id)).isEqualTo(2);
    }
}
