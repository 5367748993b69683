package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.team.Answer;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessToken;
import dev.understudy.team.account.AccessTokens;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class UndoApiIT {

    @Autowired
    private ApiWorld world;

    @Autowired
    private AccessTokens tokens;

    private ApiWorld.Person ana;
    private ApiClient api;
    private ApiClient ben;
    private String id;
    private String root;

    @BeforeEach
    void anEnvironment() {
        ana = world.owner();
        api = ana.client();
        ben = world.member(ana.team(), Role.EDITOR).client();
        id = api.create("");
        root = api.root(id);
    }

    private String set(String field, String value) {
        return """
                {"op":"set","node":"%s","field":"%s","value":%s}""".formatted(root, field, value);
    }

    private String folder(UUID node, String parent) {
        return """
                {"op":"add","node":"%s","kind":"folder","parent":"%s","fields":{"name":"Orders"}}""".formatted(node, parent);
    }

    private Reply call(String call) {
        return api.post("/environments/" + id + "/" + call, "");
    }

    private String name(ApiClient reader) {
        return reader.get("/environments/" + id + "/document")
                .json()
                .path("name")
                .asString();
    }

    @Test
    @DisplayName("A44 undo takes the caller's last step back and redo does it again, until there is nothing more")
    void undoAndRedo() {
        String before = name(api);
        assertThat(call("undo").code()).isEqualTo("nothing-to-undo");
        api.edit(id, set("name", "\"Orders\""));
        Reply undone = call("undo");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.json().propertyNames()).containsExactlyInAnyOrder("revision", "outcome", "what", "left");
        assertThat(undone.json().path("revision").asInt()).isEqualTo(3);
        assertThat(undone.json().path("outcome").asString()).isEqualTo("committed");
        assertThat(name(api)).isEqualTo(before);
        assertThat(call("undo?branch=main").status()).isEqualTo(409);
        assertThat(call("redo").status()).isEqualTo(200);
        assertThat(name(api)).isEqualTo("Orders");
        assertThat(call("redo").code()).isEqualTo("nothing-to-redo");
    }

    @Test
    @DisplayName("A44 changes of one step are taken back together")
    void steps() {
        String before = name(api);
        for (int seq = 1; seq <= 3; seq++) {
            Reply reply = api.post("/environments/" + id + "/edits", """
                    {"client":"c","seq":%d,"base":%d,"step":"typing","edits":[%s]}""".formatted(
                            seq, api.revision(id), set("name", "\"N" + seq + "\"")));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
        assertThat(call("undo").status()).isEqualTo(200);
        assertThat(name(api)).isEqualTo(before);
    }

    @Test
    @DisplayName("A44 each token has a history of its own, and what somebody else changed since is left alone and told")
    void histories() {
        ApiClient script = new ApiClient(world.base(), token());
        for (ApiClient other : List.of(script, ben)) {
            api.edit(id, set("name", "\"Mine\""));
            other.edit(id, set("name", "\"Theirs\""));
            JsonNode answer = call("undo").json();
            assertThat(answer.path("outcome").asString()).as(answer.toString()).isEqualTo("no-effect");
            assertThat(answer.at("/left/0/field").asString()).isEqualTo("name");
            assertThat(answer.at("/left/0/by").asString()).isNotEmpty();
            assertThat(name(api)).isEqualTo("Theirs");
            assertThat(call("undo").code()).isEqualTo("nothing-to-undo");
        }
    }

    private String token() {
        return tokens.create(ana.actor(), "A script", Set.of(TokenScope.values()), 1)
                        instanceof Answer.Done<AccessToken.Issued>(AccessToken.Issued issued)
                ? issued.secret()
                : "";
    }

    @Test
    @DisplayName("A44 what others worked in is not taken away, and they are named")
    void inTheWay() {
        UUID folder = UUID.randomUUID();
        api.edit(id, folder(folder, root));
        ben.edit(id, folder(UUID.randomUUID(), folder.toString()));
        Reply refused = call("undo");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("conflict");
        assertThat(refused.json().path("by")).hasSize(1);
        assertThat(api.revision(id)).isEqualTo(3);
    }

    @Test
    @DisplayName("A45 one change of anybody is taken back by its revision, and that can be taken back as well")
    void revert() {
        String before = name(api);
        ben.edit(id, set("name", "\"Theirs\""));
        ben.edit(id, set("port", "3999"));
        assertThat(call("changes/2/revert").status()).isEqualTo(200);
        assertThat(name(api)).isEqualTo(before);
        assertThat(call("undo").status()).isEqualTo(200);
        assertThat(name(api)).isEqualTo("Theirs");
        api.edit(id, set("name", "\"Mine\""));
        assertThat(call("changes/" + api.revision(id) + "/revert").status()).isEqualTo(200);
        assertThat(name(api)).isEqualTo("Theirs");
        assertThat(call("redo").status()).as("it was the next to undo").isEqualTo(200);
        assertThat(name(api)).isEqualTo("Mine");
        assertThat(call("changes/99/revert").status()).isEqualTo(404);
        assertThat(call("changes/last/revert").status()).isEqualTo(404);
        assertThat(call("changes/1/revert").code()).isEqualTo("invalid-edit");
    }

    @Test
    @DisplayName("A46 a parameter that would be ignored is refused, and another branch is not found")
    void query() {
        assertThat(call("undo?at=1").code()).isEqualTo("invalid-request");
        assertThat(call("undo?branch=other").code()).isEqualTo("not-found");
        assertThat(call("changes/1/revert?branch=other").code()).isEqualTo("not-found");
    }
}
