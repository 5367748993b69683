package dev.understudy.hosting.listener;

import dev.understudy.server.DatabaseAddress;
import dev.understudy.team.TimeOrderedIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Shows the other processes on the database that this one lives: by a lock that PostgreSQL frees the moment the
/// connection ends, however the process dies. Any thread may call it.
@Component
final class Liveness implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Liveness.class);
    private static final int CHECK_SECONDS = 5;

    private final DatabaseAddress address;
    private final UUID process;
    private @Nullable Connection connection;
    private boolean closed;

    Liveness(DatabaseAddress address, TimeOrderedIds ids) {
        this.address = address;
        this.process = ids.next();
    }

    /// The id of this process, new with each start.
    UUID process() {
        return process;
    }

    /// The key of the lock that a process holds while it lives.
    static long lockOf(UUID process) {
        return process.getMostSignificantBits() * 31 + process.getLeastSignificantBits();
    }

    /// Makes sure that the lock is held. False if the database can't be reached, the session before holds it still, or
    /// this process has ended its work.
    synchronized boolean hold() {
        if (closed) {
            return false;
        }
        try {
            Connection held = connection;
            if (held != null && held.isValid(CHECK_SECONDS)) {
                return true;
            }
            drop();
            Connection fresh = address.connect();
            connection = fresh;
            try (var statement = fresh.prepareStatement("select pg_try_advisory_lock(?)")) {
                statement.setLong(1, lockOf(process));
                try (var result = statement.executeQuery()) {
                    if (result.next() && result.getBoolean(1)) {
                        return true;
                    }
                }
            }
            drop();
            return false;
        } catch (SQLException failure) {
            LOG.warn("Other processes can't see that this one lives: {}", failure.toString());
            drop();
            return false;
        }
    }

    /// Gives up the lock for good.
    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private void drop() {
        Connection held = connection;
        connection = null;
        if (held != null) {
            try {
                held.close();
            } catch (SQLException failure) {
                LOG.debug("The connection was closed already", failure);
            }
        }
    }
}
