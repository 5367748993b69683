package dev.understudy.server;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Notifications on a test database: each one is like those of a server process of its own.
public final class TestNotifications {

    private TestNotifications() {}

    public static Notifications started(TestDatabase database) {
        Notifications notifications = new Notifications(database.dsl(), address(database));
        notifications.start();
        return notifications;
    }

    /// For connections of one's own outside any pool.
    public static DatabaseAddress address(TestDatabase database) {
        return new DatabaseAddress(details(database));
    }

    private static JdbcConnectionDetails details(TestDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
