package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiClient.Reply;
import dev.understudy.api.ApiWorld.Person;
import dev.understudy.api.RawHttp.Answer;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@Timeout(60)
@HastyServerTest
class StreamEndsApiIT {

    @Autowired
    private ApiWorld world;

    private Person owner;
    private Person viewer;
    private String id;

    @BeforeEach
    void anEnvironment() {
        owner = world.owner();
        viewer = world.member(owner.team(), Role.VIEWER);
        id = owner.client().create("");
    }

    @Test
    @DisplayName("A23 a quiet stream goes on and sends comments")
    void comments() throws Exception {
        try (EventReader events = viewer.client().follow(id, "")) {
            for (int count = 0; count < 4; count++) {
                events.next(":");
            }
        }
    }

    @Test
    @DisplayName("A24 a stream ends when its token is revoked")
    void revoked() throws Exception {
        var token = world.token(viewer.actor(), TokenScope.ENVIRONMENT_READ);
        ApiClient client = new ApiClient(world.base(), token.secret());
        try (EventReader events = client.follow(id, "")) {
            events.next("listener");
            world.revoke(viewer.actor(), token);
            events.awaitEnd();
        }
        assertThat(client.get("/environments/" + id).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("A24 a stream ends when the time of its token is over")
    void expired() throws Exception {
        var token = world.token(viewer.actor());
        ApiClient client = new ApiClient(world.base(), token.secret());
        try (EventReader events = client.follow(id, "")) {
            events.next("listener");
            world.expire(token);
            events.awaitEnd();
        }
    }

    @Test
    @DisplayName("A24 a stream ends when its reader is taken out of the team, here or by another process")
    void removed() throws Exception {
        try (EventReader events = viewer.client().follow(id, "")) {
            events.next("listener");
            world.remove(viewer, owner);
            events.awaitEnd();
        }
        Person other = world.member(owner.team(), Role.EDITOR);
        try (EventReader events = other.client().follow(id, "")) {
            events.next("listener");
            world.leave(other);
            events.awaitEnd();
        }
        assertThat(other.client().get("/environments/" + id).code()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("A24 a stream ends when its environment is put in the trash, after what was committed before")
    void trashed() throws Exception {
        try (EventReader events = viewer.client().follow(id, "?since=0")) {
            events.next("change");
            owner.client().delete("/environments/" + id);
            events.awaitEnd();
        }
    }

    @Test
    @DisplayName("A24 a stream outlives a change of role")
    void anotherRole() throws Exception {
        Person editor = world.member(owner.team(), Role.EDITOR);
        try (EventReader events = editor.client().follow(id, "?since=1")) {
            events.next("listener");
            world.demote(editor);
            events.next(":");
            events.next(":");
            String root = owner.client().root(id);
            owner.client()
                    .edit(id, "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"A\"}".formatted(root));
            assertThat(events.next("change").id()).isEqualTo("2");
        }
    }

    @Test
    @DisplayName("A26 a token has so many streams at most, and one more when one has ended")
    void limit() throws Exception {
        List<EventReader> open = new ArrayList<>();
        try {
            for (int count = 0; count < OpenStreams.MAX_PER_TOKEN; count++) {
                EventReader events = viewer.client().follow(id, "");
                assertThat(events.status()).isEqualTo(200);
                open.add(events);
            }
            Answer refused =
                    new RawHttp(viewer.client()).call("GET", "/api/v1/environments/" + id + "/changes", new byte[0]);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("rate-limited");
            assertThat(refused.json().path("limit").asInt()).isEqualTo(OpenStreams.MAX_PER_TOKEN);
            assertThat(refused.json().path("value").asInt()).isEqualTo(OpenStreams.MAX_PER_TOKEN + 1);
            try (EventReader another = owner.client().follow(id, "")) {
                assertThat(another.status()).isEqualTo(200);
            }
            open.removeFirst().close();
            open.add(eventually());
        } finally {
            for (EventReader events : open) {
                events.close();
            }
        }
    }

    /// That a reader is gone shows when something is written to it.
    private EventReader eventually() throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            EventReader events = viewer.client().follow(id, "");
            if (events.status() == 200) {
                return events;
            }
            events.close();
            Thread.sleep(50);
        }
        throw new AssertionError("The stream that was closed still counts");
    }

    @Test
    @DisplayName("A6 a token that writes too fast is told to wait and for how long; reading goes on, and so do others")
    void writes() throws Exception {
        ApiClient busy = world.client(viewer.actor());
        String path = "/environments/" + id + "/presence";
        Reply reply = busy.put(path, "{\"client\":\"c\"}");
        int taken = 0;
        while (reply.status() == 204 && taken < 10 * HastyServerTest.WRITES_AT_ONCE) {
            taken++;
            reply = busy.put(path, "{\"client\":\"c\"}");
        }
        assertThat(taken).isGreaterThanOrEqualTo(HastyServerTest.WRITES_AT_ONCE);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.code()).isEqualTo("rate-limited");
        assertThat(reply.json().path("limit").asInt()).isEqualTo(HastyServerTest.WRITES_PER_SECOND);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(busy.get("/environments/" + id).status()).isEqualTo(200);
        assertThat(viewer.client().put(path, "{\"client\":\"d\"}").status()).isEqualTo(204);
        Thread.sleep(1_000L * Integer.parseInt(reply.header("Retry-After")));
        assertThat(busy.put(path, "{\"client\":\"c\"}").status()).isEqualTo(204);
    }
}
