package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Room;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoomEventsIT {

    private final Actor ana = new Actor(new UserId(UUID.randomUUID()), "Ana", "ana@example.org", TokenScope.all());
    private final TestProcess process = TestProcess.on(TestDatabase.fresh(), ana);
    private final FollowedRooms followed = new FollowedRooms();
    private final NodeId response = id();
    private Access access;
    private Room room;

    @BeforeEach
    void anEnvironment() {
        Node root = Node.root(id());
        NodeId route = id();
        access = TestProcess.access(
                process.create(
                        ana,
                        Environment.of(root)
                                .with(Node.of(route, Kind.ROUTE, root.id(), Slot.CHILDREN, OrderKey.FIRST))
                                .with(Node.of(response, Kind.RESPONSE, route, Slot.RESPONSES, OrderKey.FIRST)
                                        .with(Schema.RESPONSE_DEFAULT, true))),
                ana);
        room = process.rooms.open(access);
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    @DisplayName("A43 a change is made once for all streams that follow it")
    void once() throws Exception {
        Feed one = feed(1);
        Feed two = feed(1);
        RoomEvents events = followed.enter(room, one);
        assertThat(followed.enter(room, two)).isSameAs(events);
        write(1, "A");
        byte[] first = changes(one, events, 1).getFirst();
        assertThat(new String(first, StandardCharsets.UTF_8))
                .startsWith("event: change\nid: 2\ndata: {\"revision\":2,");
        assertThat(changes(two, events, 1).getFirst()).isSameAs(first);
    }

    @Test
    @DisplayName(
            "A20 a stream that starts further back gets what was before, and then what is made for all, without gaps")
    void behind() throws Exception {
        for (int seq = 1; seq <= 3; seq++) {
            write(seq, "old " + seq);
        }
        Feed other = feed(4);
        RoomEvents events = followed.enter(room, other);
        Feed late = feed(0);
        followed.enter(room, late);
        write(4, "new 1");
        write(5, "new 2");
        assertThat(ids(changes(late, events, 6))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ids(changes(other, events, 2))).containsExactly(5, 6);
    }

    @Test
    @DisplayName("A43 of the events of a room so many are kept, and whoever is further behind reads them from the log")
    void bounded() throws Exception {
        Feed slow = feed(1);
        Feed quick = feed(1);
        RoomEvents events = followed.enter(room, slow);
        followed.enter(room, quick);
        String large = "x".repeat(RoomEvents.MAX_BYTES / 4);
        for (int seq = 1; seq <= 8; seq++) {
            write(seq, seq + large);
        }
        assertThat(ids(changes(quick, events, 8))).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(events.keptBytes()).isLessThanOrEqualTo(RoomEvents.MAX_BYTES);
        assertThat(ids(changes(slow, events, 8))).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @DisplayName("R13 a room that no stream follows any more is not kept open by one")
    void left() {
        Feed one = feed(1);
        RoomEvents events = followed.enter(room, one);
        followed.leave(events, one);
        Feed two = feed(1);
        assertThat(followed.enter(room, two)).isNotSameAs(events);
    }

    private static Feed feed(long after) {
        return new Feed(after, List::of, () -> {
            throw new AssertionError("Nobody asked for the listener");
        });
    }

    private static List<byte[]> changes(Feed feed, RoomEvents events, int count) throws InterruptedException {
        List<byte[]> changes = new ArrayList<>();
        while (changes.size() < count) {
            for (Supplier<byte[]> event : feed.next(events)) {
                if (event instanceof ChangeEvent change) {
                    changes.add(change.get());
                }
            }
        }
        return changes;
    }

    private static List<Integer> ids(List<byte[]> events) {
        return events.stream()
                .map(event -> new String(event, StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .get(1))
                .map(line -> Integer.valueOf(line.substring("id: ".length())))
                .toList();
    }

    private void write(int seq, String body) {
        room.submit(
                new Change("c", seq, room.snapshot().revision(), List.of(new Edit.Set(response, "body", body))),
                access);
    }

    private static NodeId id() {
        return new NodeId(UUID.randomUUID().toString());
    }
}
