package dev.understudy.history.past;

import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// An environment as it was. Any thread may call it; it waits for the database, for no longer the longer the log is.
@Component
public class Past {

    private final Rooms rooms;
    private final DSLContext sql;

    Past(Rooms rooms, DSLContext sql) {
        this.rooms = rooms;
        this.sql = sql;
    }

    /// The newest revision that was there at a moment; empty if the environment was made later.
    public OptionalLong revisionAt(Access access, Instant moment) {
        access.require(Action.VIEW);
        return new PastStore(sql, access.branch().id()).revisionAt(moment);
    }

    /// The document at a revision; empty if there is none, or another version of the software made what can't be read
    /// here.
    public Optional<Snapshot> at(Access access, long revision) {
        try {
            return Optional.of(rooms.open(access).at(revision));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
