package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.EventReader.Event;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.EditJson;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestPorts;
import dev.understudy.team.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A server, and on the same database what another process has for its rooms.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "understudy.sample=false")
@ExtendWith(OwnServer.class)
@Import(ApiWorld.class)
class TwoProcessesIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String PORTS = TestPorts.range(100);
    private static final int EACH = 40;

    @Autowired
    private ApiWorld world;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::url);
        settings.add("spring.datasource.username", DATABASE::username);
        settings.add("spring.datasource.password", DATABASE::password);
        settings.add("understudy.listener.ports", () -> PORTS);
    }

    @Test
    @DisplayName("A28 changes submitted to two processes at once come in one order to the streams of both")
    void oneOrder() throws Exception {
        ApiWorld.Person person = world.owner();
        ApiClient api = person.client();
        String id = api.create("");
        NodeId root = NodeId.parse(api.root(id)).orElseThrow();
        BlockingQueue<CommittedChange> there = new LinkedBlockingQueue<>();
        try (TestProcess other = TestProcess.another(DATABASE);
                EventReader here = api.follow(id, "?since=0")) {
            Access access = other.find(EnvironmentId.parse(id).orElseThrow(), person.actor());
            Room room = other.rooms.open(access);
            Subscription subscription = room.subscribe(0, there::addAll, () -> {});
            Thread others = Thread.startVirtualThread(() -> {
                for (int seq = 1; seq <= EACH; seq++) {
                    Edit edit = new Edit.Set(root, "name", "there " + seq);
                    room.submit(new Change("there", seq, room.snapshot().revision(), List.of(edit)), access);
                }
            });
            for (int seq = 1; seq <= EACH; seq++) {
                String edit = "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"here %d\"}"
                        .formatted(root, seq);
                assertThat(api.edits(id, "here", seq, 1, edit).status()).isEqualTo(200);
            }
            others.join();

            List<Long> revisions = new ArrayList<>();
            for (int at = 0; at <= 2 * EACH; at++) {
                Event event = here.next("change");
                CommittedChange same = there.poll(20, TimeUnit.SECONDS);
                assertThat(same).isNotNull();
                assertThat(event.data().path("client").asString()).isEqualTo(same.client());
                assertThat(event.data().path("seq").asLong()).isEqualTo(same.seq());
                assertThat(event.data().path("edits")).isEqualTo(EditJson.write(same.effects()));
                revisions.add(event.data().path("revision").asLong());
            }
            subscription.close();
            assertThat(revisions)
                    .isEqualTo(LongStream.rangeClosed(1, 2 * EACH + 1).boxed().toList());
            assertThat(api.get("/environments/" + id + "/document").header("ETag"))
                    .isEqualTo("\"" + (2 * EACH + 1) + "\"");
        }
    }

    @Test
    @DisplayName("A18 a change that was submitted to one process gets the same answer from the other")
    void resentElsewhere() throws Exception {
        ApiWorld.Person person = world.owner();
        ApiClient api = person.client();
        String id = api.create("");
        NodeId root = NodeId.parse(api.root(id)).orElseThrow();
        try (TestProcess other = TestProcess.another(DATABASE)) {
            Access access = other.find(EnvironmentId.parse(id).orElseThrow(), person.actor());
            Change change = new Change("c", 1, 1, List.of(new Edit.Set(root, "name", "Once")));
            assertThat(other.rooms.open(access).submit(change, access).revision())
                    .isEqualTo(2);
            String edit = "{\"op\":\"set\",\"node\":\"%s\",\"field\":\"name\",\"value\":\"Once\"}".formatted(root);
            assertThat(api.edits(id, "c", 1, 1, edit).json().path("revision").asInt())
                    .isEqualTo(2);
            assertThat(api.revision(id)).isEqualTo(2);
        }
    }
}
