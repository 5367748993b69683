package dev.understudy.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Connections of the pool that are kept from everybody else, perhaps with locks, until they are released.
public final class HeldConnections implements AutoCloseable {

    private final DataSource database;
    private final List<Connection> held = new ArrayList<>();

    public HeldConnections(DataSource database) {
        this.database = database;
    }

    /// Keeps what a statement locks.
    public void lock(String statement) throws SQLException {
        Connection connection = database.getConnection();
        held.add(connection);
        connection.setAutoCommit(false);
        try (var locking = connection.createStatement()) {
            locking.execute(statement);
        }
    }

    /// Keeps so many connections.
    public void take(int connections) throws SQLException {
        for (int at = 0; at < connections; at++) {
            held.add(database.getConnection());
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : held) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.close();
        }
        held.clear();
    }
}
