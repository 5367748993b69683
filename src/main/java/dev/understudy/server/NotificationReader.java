package dev.understudy.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that listens on a connection of its own and connects again when that breaks.
final class NotificationReader {

    static final String CHANNEL = "understudy";

    private static final Logger LOG = LoggerFactory.getLogger(NotificationReader.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final int CHECK_SECONDS = 5;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final DatabaseAddress address;
    private final Consumer<String> payloads;
    private final List<Runnable> onGap = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;

    NotificationReader(DatabaseAddress address, Consumer<String> payloads) {
        this.address = address;
        this.payloads = payloads;
    }

    void onGap(Runnable action) {
        onGap.add(action);
    }

    void start() {
        Thread reader = Thread.ofPlatform().name("notifications").daemon().unstarted(this::run);
        thread = reader;
        reader.start();
    }

    void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        while (thread != null) {
            try (Connection connection = address.connect()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                onGap.forEach(Runnable::run);
                readUntilItBreaks(connection);
            } catch (SQLException | RuntimeException failure) {
                if (thread != null) {
                    LOG.warn("The connection for notifications broke and is made again: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    private void readUntilItBreaks(Connection connection) throws SQLException {
        while (thread != null) {
            PGNotification[] received = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
            if (received != null && received.length > 0) {
                for (PGNotification notification : received) {
                    payloads.accept(notification.getParameter());
                }
            } else if (!connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("The database does not answer");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException _) {
            thread = null;
        }
    }
}
