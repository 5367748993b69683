package dev.understudy.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Where the database is, for the few who need a connection of their own outside the pool.
@Component
public class DatabaseAddress {

    /// How long a connection may take until it is made.
    private static final int CONNECT_SECONDS = 10;

    private final JdbcConnectionDetails details;

    DatabaseAddress(JdbcConnectionDetails details) {
        this.details = details;
    }

    /// Makes a connection that waits for its answers as long as they take: whoever has it asks in between whether it
    /// is good.
    ///
    /// @throws SQLException if none is made within ten seconds
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        Optional.ofNullable(details.getUsername()).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(details.getPassword()).ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(details.getJdbcUrl(), properties);
    }
}
