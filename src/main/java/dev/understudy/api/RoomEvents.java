package dev.understudy.api;

import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Room;
import dev.understudy.environment.BranchId;
import dev.understudy.server.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The changes of one room in the form in which streams send them, made once for all of them. The newest are kept; what
/// is older is read and made for the one stream that is so far behind.
///
/// Any thread may call it.
final class RoomEvents {

    /// Events that are kept at most.
    static final int MAX_EVENTS = 1_000;

    /// Bytes that are kept at most, beside the newest event.
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /// Changes that are read at once for a stream that is behind.
    private static final int READ_AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(RoomEvents.class);

    private final Room room;
    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
    private final Deque<ChangeEvent> newest = new ArrayDeque<>();
    private long bytes;
    private volatile long made;
    private volatile boolean ended;
    private final Subscription subscription;

    RoomEvents(Room room) {
        this.room = room;
        this.made = room.snapshot().revision();
        this.subscription = room.subscribe(made, this::take, this::endAll);
    }

    BranchId branch() {
        return room.branch();
    }

    /// Whether these are the events of that room, and go on.
    boolean isOf(Room other) {
        return room == other && !ended;
    }

    void add(Feed feed) {
        feeds.add(feed);
    }

    /// Whether nobody is left.
    boolean remove(Feed feed) {
        feeds.remove(feed);
        return feeds.isEmpty();
    }

    void close() {
        subscription.close();
    }

    /// Whether there is a change after this revision.
    boolean goesBeyond(long revision) {
        return made > revision;
    }

    /// The next changes after a revision, oldest first, without gaps.
    ///
    /// @throws org.springframework.dao.DataAccessException if they have to be read and can't be
    List<ChangeEvent> after(long revision) {
        List<ChangeEvent> made = kept(revision);
        return made.isEmpty()
                ? room.changes(revision, READ_AT_ONCE).stream()
                        .map(ChangeEvent::new)
                        .toList()
                : made;
    }

    synchronized long keptBytes() {
        return bytes;
    }

    private synchronized List<ChangeEvent> kept(long revision) {
        if (newest.isEmpty() || newest.getFirst().revision() > revision + 1) {
            return List.of();
        }
        Deque<ChangeEvent> wanted = new ArrayDeque<>();
        for (var all = newest.descendingIterator(); all.hasNext(); ) {
            ChangeEvent event = all.next();
            if (event.revision() <= revision) {
                break;
            }
            wanted.addFirst(event);
        }
        return new ArrayList<>(wanted);
    }

    private void take(List<CommittedChange> changes) {
        for (CommittedChange change : changes) {
            keep(new ChangeEvent(change));
        }
        made = changes.getLast().revision();
        feeds.forEach(Feed::changesMoved);
    }

    private void keep(ChangeEvent event) {
        int length = length(event);
        synchronized (this) {
            newest.addLast(event);
            bytes += length;
            while (newest.size() > MAX_EVENTS || (bytes > MAX_BYTES && newest.size() > 1)) {
                bytes -= length(newest.removeFirst());
            }
        }
    }

    /// The room sends nothing more here: clients come again, and go on from where they were.
    private void endAll() {
        ended = true;
        feeds.forEach(Feed::end);
    }

    /// One that can't be made ends the streams that need it, and not this.
    private static int length(ChangeEvent event) {
        try {
            return event.get().length;
        } catch (RuntimeException failure) {
            LOG.error("Revision {} can't be sent to streams", event.revision(), failure);
            return 0;
        }
    }
}
