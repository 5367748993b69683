package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.presence.Attendance;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.presence.Presence;
import dev.understudy.presence.Selection;
import dev.understudy.server.Subscription;
import dev.understudy.server.TestDatabase;
import dev.understudy.server.TestNotifications;
import dev.understudy.team.Access;
import dev.understudy.team.Role;
import dev.understudy.team.TestAccess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomPresenceIT {

    private final EnvironmentId environment = new EnvironmentId(UUID.randomUUID());
    private final NodeId node = new NodeId(UUID.randomUUID().toString());
    private final NodeId another = new NodeId(UUID.randomUUID().toString());
    private final FieldLocation body = new FieldLocation(node, Schema.RESPONSE_BODY);

    @Test
    @DisplayName("U136 a caret that moves is work for what shows carets, lists and trees follow from node to node")
    void carets() {
        Presence presence = new Presence(
                Clock.systemUTC(), TestNotifications.started(TestDatabase.fresh()), new SimpleMeterRegistry());
        Access ana = TestAccess.of(environment, Role.EDITOR, TestAccess.actor("Ana"));
        Access ben = TestAccess.of(environment, Role.EDITOR, TestAccess.actor("Ben"));
        RoomPresence seen = new RoomPresence(presence, ana, "tab-1");
        List<List<Participant>> nodes = new CopyOnWriteArrayList<>();
        List<List<Participant>> carets = new CopyOnWriteArrayList<>();
        Signal.unboundEffect(() -> nodes.add(seen.others()));
        Signal.unboundEffect(() -> carets.add(seen.othersAt(body)));
        try (Subscription _ = seen.enter(Runnable::run);
                Attendance bens = presence.join(ben, "tab-2")) {
            bens.focus(body.focus(new Selection(1, 1)));
            await().until(() -> at(carets, 1));
            int before = nodes.size();
            for (int head = 2; head < 6; head++) {
                int caret = head;
                bens.focus(body.focus(new Selection(caret, caret)));
                await().until(() -> at(carets, caret));
            }
            assertThat(nodes).hasSize(before);

            bens.focus(new Focus(Optional.of(another), Optional.empty(), Optional.empty()));
            await().until(() -> nodes.getLast().getFirst().focus().node().equals(Optional.of(another)));
            assertThat(nodes).hasSize(before + 1);
        }
    }

    private static boolean at(List<List<Participant>> carets, int head) {
        return carets.getLast().stream()
                .anyMatch(person -> person.focus().selection().equals(Optional.of(new Selection(head, head))));
    }
}
