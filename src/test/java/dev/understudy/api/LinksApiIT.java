package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.api.ApiWorld.Person;
import dev.understudy.api.RawHttp.Answer;
import dev.understudy.team.Role;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ApiServerTest
class LinksApiIT {

    @Autowired
    private ApiWorld world;

    private Person owner;
    private ApiClient api;
    private String id;
    private String links;

    @BeforeEach
    void anEnvironment() {
        owner = world.owner();
        api = owner.client();
        id = api.create("");
        links = "/environments/" + id + "/links";
    }

    private JsonNode made() {
        Reply reply = api.post(links, "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(reply.json().path("url").asString());
        return reply.json();
    }

    /// The part of a link's address that the client of the API puts behind its base.
    private static String path(JsonNode link) {
        return link.path("url").asString().replaceFirst(".*/api/v1", "");
    }

    @Test
    @DisplayName("A32 a link gives the newest document to whoever asks, without a token")
    void document() {
        String link = path(made());
        Reply reply =
                world.nobody().get(link, "Accept", "application/json, text/plain, */*", "User-Agent", "axios/1.7");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo(api.get("/environments/" + id + "/document").body());
        api.edit(id, "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"Newer\"}".formatted(api.root(id)));
        Reply newer = world.nobody().get(link);
        assertThat(newer.json().path("name").asString()).isEqualTo("Newer");
        assertThat(newer.header("ETag")).isEqualTo("\"2\"");
        assertThat(world.nobody().get(link, "If-None-Match", "\"2\"").status()).isEqualTo(304);
        Reply head = world.nobody().call("HEAD", link, BodyPublishers.noBody());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    @DisplayName("A32 the list of links tells who made them and when, and no secret")
    void listed() {
        JsonNode link = made();
        Reply reply = api.get(links);
        assertThat(reply.json()).hasSize(1);
        assertThat(reply.json().path(0).propertyNames())
                .containsExactlyInAnyOrder("id", "createdBy", "createdAt", "lastUsedAt");
        assertThat(reply.json().path(0).path("id")).isEqualTo(link.path("id"));
        assertThat(reply.json().path(0).path("createdBy").asString()).isEqualTo("Ana");
        assertThat(reply.json().path(0).path("lastUsedAt").isNull()).isTrue();
        world.nobody().get(path(link));
        assertThat(api.get(links).json().path(0).path("lastUsedAt").asString()).isNotEmpty();
        assertThat(reply.body()).doesNotContain(path(link).replaceFirst("/links/", ""));
    }

    @Test
    @DisplayName("A32 a link that is revoked, or whose environment is in the trash, is not found; others go on")
    void ended() {
        JsonNode first = made();
        JsonNode second = made();
        String revoke = links + "/" + first.path("id").asString();
        assertThat(api.delete(revoke).status()).isEqualTo(204);
        assertThat(api.delete(revoke).status()).isEqualTo(404);
        assertThat(world.nobody().get(path(first)).code()).isEqualTo("not-found");
        assertThat(world.nobody().get(path(second)).status()).isEqualTo(200);
        api.delete("/environments/" + id);
        assertThat(world.nobody().get(path(second)).code()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("A32 a link outlives its maker's membership")
    void makerGone() {
        Person editor = world.member(owner.team(), Role.EDITOR);
        JsonNode link = editor.client().post(links, "").json();
        world.leave(editor);
        assertThat(world.nobody().get(path(link)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A4 a link of another environment cannot be revoked, and its secret is no token")
    void others() {
        JsonNode link = made();
        ApiClient stranger = world.owner().client();
        String own = stranger.create("");
        assertThat(stranger.delete("/environments/" + own + "/links/"
                                + link.path("id").asString())
                        .code())
                .isEqualTo("not-found");
        assertThat(world.nobody().get(path(link)).status()).isEqualTo(200);
        String secret = path(link).replaceFirst("/links/", "");
        assertThat(new ApiClient(world.base(), secret)
                        .get("/environments/" + id)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("A6 whoever loads links too fast is told to wait; whoever comes from elsewhere is not")
    void tooFast() throws Exception {
        String link = "/api/v1" + path(made());
        RawHttp fast = new RawHttp(world.nobody(), InetAddress.getByName("127.7.7.7"));
        Answer answer = fast.call("GET", link, new byte[0]);
        int taken = 0;
        while (answer.status() == 200 && taken < 20 * LinkedDocumentController.AT_ONCE) {
            taken++;
            answer = fast.call("GET", link, new byte[0]);
        }
        assertThat(taken).isGreaterThanOrEqualTo(LinkedDocumentController.AT_ONCE);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("rate-limited");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("limit").asInt()).isEqualTo(LinkedDocumentController.PER_SECOND);
        assertThat(new RawHttp(world.nobody()).call("GET", link, new byte[0]).status())
                .isEqualTo(200);
    }
}
