package dev.understudy.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Where the database is, for the few who need a connection of their own outside the pool.
@Component
public class DatabaseAddress {

    private final JdbcConnectionDetails details;

    DatabaseAddress(JdbcConnectionDetails details) {
        this.details = details;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
