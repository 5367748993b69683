package dev.understudy.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Notifications on a test database: each one is like those of a server process of its own.
public final class TestNotifications {

    private TestNotifications() {}

    /// Returns when it listens, so that nothing that is sent from now on is missed.
    public static Notifications started(TestDatabase database) {
        Notifications notifications = new Notifications(database.dsl(), address(database));
        CountDownLatch listening = new CountDownLatch(1);
        notifications.onGap(listening::countDown);
        notifications.start();
        try {
            if (!listening.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no connection for notifications within 30 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
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
