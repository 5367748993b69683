package dev.understudy.history.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.mock.MockFixture;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VisitsIT {

    private static final Actor ANA = TestAccess.actor("Ana");
    private static final Actor BEN = TestAccess.actor("Ben");

    private TestProcess process;
    private Visits visits;
    private Access ana;
    private Access ben;
    private NodeId root;
    private int numbers;

    @BeforeEach
    void anEnvironment() {
        process = TestProcess.on(TestDatabase.fresh(), ANA, BEN);
        visits = new Visits(process.sql, process.notifications);
        EnvironmentId id =
                process.create(ANA, new MockFixture().route("get", "one", "x").environment());
        ana = TestProcess.access(id, ANA);
        ben = TestProcess.access(id, BEN);
        root = room().snapshot().environment().root().id();
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    @DisplayName(
            "R46 what others changed while somebody was away is new to them until they look, and nothing is at first")
    void untilLookedAt() {
        assertThat(enter(ben)).isEqualTo(new News(0, Map.of()));
        visits.leave(ben, revision());
        set(ana, Schema.ENVIRONMENT_NAME, "Orders");
        set(ana, Schema.ENVIRONMENT_PREFIX, "v1");
        News away = enter(ben);
        Map<NodeId, Set<String>> both = Map.of(root, Set.of("name", "endpointPrefix"));
        assertThat(away).isEqualTo(new News(2, both));
        assertThat(enter(ben)).as("in another tab").isEqualTo(away);
        visits.look(ben, List.of(root));
        assertThat(enter(ben)).isEqualTo(new News(2, Map.of()));
        visits.read(ben, revision());
        assertThat(enter(ben)).isEqualTo(new News(0, Map.of()));
    }

    @Test
    @DisplayName("R46 what somebody did themselves or saw happen is not new to them, and what is left unread stays so")
    void seenAsItHappened() {
        enter(ben);
        set(ben, Schema.ENVIRONMENT_NAME, "Mine");
        set(ana, Schema.ENVIRONMENT_NAME, "Hers");
        visits.leave(ben, revision());
        assertThat(enter(ben)).isEqualTo(new News(1, Map.of()));
        set(ana, Schema.ENVIRONMENT_NAME, "Again");
        enter(ben);
        visits.leave(ben, revision());
        set(ana, Schema.ENVIRONMENT_PREFIX, "v2");
        assertThat(enter(ben).nodes()).isEqualTo(Map.of(root, Set.of("name", "endpointPrefix")));
    }

    private News enter(Access who) {
        return visits.enter(who, revision());
    }

    private long revision() {
        return room().snapshot().revision();
    }

    private void set(Access author, Field<String> field, String value) {
        room().submit(new Change("c", ++numbers, revision(), List.of(new Edit.Set(root, field.key(), value))), author);
    }

    private Room room() {
        return process.rooms.open(ana);
    }
}
