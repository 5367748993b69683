package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.api.ApiWorld.Person;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class EnvironmentsApiIT {

    @Autowired
    private ApiWorld world;

    private Person owner;
    private ApiClient api;

    @BeforeEach
    void somebodyNew() {
        owner = world.owner();
        api = owner.client();
    }

    @Test
    @DisplayName("A1 without a token nothing answers but \"unauthorized\"")
    void unauthorized() {
        Reply reply = world.nobody().get("/me");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("unauthorized");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(new ApiClient(world.base(), "us_" + "x".repeat(40))
                        .get("/me")
                        .code())
                .isEqualTo("unauthorized");
    }

    @Test
    @DisplayName("A10 whoever calls learns who they are and their role in each team")
    void me() {
        JsonNode me = api.get("/me").json();
        assertThat(me.propertyNames()).containsExactlyInAnyOrder("id", "email", "displayName", "teams");
        assertThat(me.path("id").asString()).isEqualTo(owner.actor().user().toString());
        assertThat(me.path("email").asString()).isEqualTo(owner.actor().email());
        assertThat(me.path("displayName").asString()).isEqualTo("Ana");
        JsonNode team = me.path("teams").path(0);
        assertThat(team.path("id").asString()).isEqualTo(owner.team().toString());
        assertThat(team.path("name").asString()).isEqualTo("Team");
        assertThat(team.path("role").asString()).isEqualTo("owner");
    }

    @Test
    @DisplayName("A11 the list and the environment say name, team, revision, who is there, and where it answers")
    void described() {
        String id = api.create("{\"name\":\"Shop\",\"routes\":[]}");
        JsonNode stopped = api.get("/environments/" + id).json();
        assertThat(stopped.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "teamId", "revision", "connected", "listener");
        assertThat(stopped.path("id").asString()).isEqualTo(id);
        assertThat(stopped.path("name").asString()).isEqualTo("Shop");
        assertThat(stopped.path("teamId").asString()).isEqualTo(owner.team().toString());
        assertThat(stopped.path("revision").asLong()).isEqualTo(1);
        assertThat(stopped.path("connected").asInt()).isZero();
        assertThat(stopped.path("listener").path("state").asString()).isEqualTo("stopped");
        assertThat(List.of("port", "url", "note"))
                .allSatisfy(name ->
                        assertThat(stopped.path("listener").path(name).isNull()).isTrue());

        api.put("/environments/" + id + "/listener", "{}");
        api.put("/environments/" + id + "/presence", "{\"client\":\"c\"}");
        JsonNode running = api.get("/environments/" + id).json();
        assertThat(running.path("connected").asInt()).isEqualTo(1);
        int port = running.path("listener").path("port").asInt();
        assertThat(running.path("listener").path("state").asString()).isEqualTo("running");
        assertThat(running.path("listener").path("url").asString()).isEqualTo("http://localhost:" + port);
        assertThat(running.path("listener").path("note").asString()).contains("3000");
        assertThat(api.get("/environments").json().path(0)).isEqualTo(running);
        api.delete("/environments/" + id + "/listener");
    }

    @Test
    @DisplayName("A34 a file of any type is stored as it is and given out as a download of no type")
    void files() {
        String files = "/environments/" + api.create("") + "/files";
        String text = "<script>alert(1)</script>";
        Reply stored = api.call(
                "PUT", files + "/pages/a%20b.html", BodyPublishers.ofString(text), "Content-Type", "text/html");
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        Reply read = api.get(files + "/pages/a%20b.html");
        assertThat(read.body()).isEqualTo(text);
        assertThat(read.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(read.header("Content-Disposition")).startsWith("attachment").contains("a%20b.html");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.get(files).json().path(0).path("path").asString()).isEqualTo("pages/a b.html");
        assertThat(api.delete(files + "/pages/a%20b.html").status()).isEqualTo(204);
        assertThat(api.get(files + "/pages/a%20b.html").code()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("A12 an empty body makes a new environment, with the wanted name")
    void createEmpty() {
        Reply reply = api.post("/environments?teamId=%s&name=Orders%%20API".formatted(owner.team()), "");
        assertThat(reply.status()).isEqualTo(201);
        JsonNode made = reply.json();
        assertThat(made.path("name").asString()).isEqualTo("Orders API");
        assertThat(made.path("revision").asInt()).isEqualTo(1);
        assertThat(made.path("problems").isArray()).isTrue();
        assertThat(reply.header("Location"))
                .isEqualTo("/api/v1/environments/" + made.path("id").asString());

        JsonNode one = api.get("/environments/" + made.path("id").asString()).json();
        assertThat(one.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "teamId", "revision", "connected", "listener");
        assertThat(one.path("teamId").asString()).isEqualTo(owner.team().toString());
        assertThat(one.path("connected").asInt()).isZero();
        assertThat(one.path("listener").path("state").asString()).isEqualTo("stopped");
        assertThat(api.get("/environments").json().path(0)).isEqualTo(one);
    }

    @Test
    @DisplayName("A12 a file of an old version is taken; what was mended is listed with its place")
    void createFromFile() {
        Reply reply = api.post("/environments", """
                {"uuid":"%s","name":"Old","port":3000,"routes":[
                 {"uuid":"%s","method":"get","endpoint":"orders","statusCode":"200","body":"[]","latency":"soon"}]}""".formatted(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().path("name").asString()).isEqualTo("Old");
        for (JsonNode problem : reply.json().path("problems")) {
            assertThat(problem.path("message").asString()).isNotBlank();
            assertThat(problem.has("place")).isTrue();
        }
    }

    @Test
    @DisplayName("A12 what is no environment is refused with the place")
    void createFromNonsense() {
        Reply reply = api.post("/environments", "{\"a\":\n  nonsense}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("invalid-document");
        assertThat(reply.json().path("place").asString()).contains("line 2");
        assertThat(api.post("/environments", "[1,2]").code()).isEqualTo("invalid-document");
    }

    @Test
    @DisplayName("A12 the team may be left out only by who is in exactly one")
    void teamLeftOut() {
        TeamId second = world.team();
        world.join(owner.actor().user(), second, Role.EDITOR);
        assertThat(api.post("/environments", "").status()).isEqualTo(400);
        assertThat(api.post("/environments?teamId=" + second, "").status()).isEqualTo(201);
        assertThat(api.post("/environments?teamId=" + world.team(), "").code()).isEqualTo("not-found");
        assertThat(api.post("/environments?teamId=nonsense", "").code()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("A13 what is in the trash is not found any more")
    void trash() {
        String id = api.create("");
        Reply reply = api.delete("/environments/" + id);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(api.get("/environments/" + id).code()).isEqualTo("not-found");
        assertThat(api.delete("/environments/" + id).status()).isEqualTo(404);
        assertThat(api.get("/environments").json()).isEmpty();
    }
}
