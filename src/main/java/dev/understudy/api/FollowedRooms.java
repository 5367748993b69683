package dev.understudy.api;

import dev.understudy.collab.Room;
import dev.understudy.environment.BranchId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The rooms that streams of this process follow, each with its events as long as there is such a stream. Any thread
/// may call it.
@Component
class FollowedRooms {

    private final Map<BranchId, RoomEvents> rooms = new ConcurrentHashMap<>();

    /// Lets a feed hear of the changes of a room, until [#leave].
    RoomEvents enter(Room room, Feed feed) {
        return rooms.compute(room.branch(), (_, known) -> {
            RoomEvents events = known != null && known.isOf(room) ? known : new RoomEvents(room);
            events.add(feed);
            return events;
        });
    }

    void leave(RoomEvents events, Feed feed) {
        rooms.compute(events.branch(), (_, known) -> {
            boolean empty = events.remove(feed);
            if (empty) {
                events.close();
            }
            return empty && known == events ? null : known;
        });
    }
}
