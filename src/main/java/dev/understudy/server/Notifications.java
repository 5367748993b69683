package dev.understudy.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Short messages between the server processes on one database, by PostgreSQL's NOTIFY. They are hints: one that
/// is lost (a process that dies, a connection that breaks) must be found by other means.
///
/// Messages of a few milliseconds go out together and outside any transaction, so that no commit waits for the
/// database-wide lock of NOTIFY. A process hears its own messages too. Any thread may call it.
@Component
public class Notifications implements SmartLifecycle {

    /// What PostgreSQL takes in one NOTIFY, with room for the frame.
    public static final int MAX_BYTES = 7_900;

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration GATHER = Duration.ofMillis(3);
    private static final int MAX_WAITING = 100_000;

    private final DSLContext sql;
    private final NotificationReader reader;
    private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;

    public Notifications(DSLContext sql, DatabaseAddress address) {
        this.sql = sql;
        this.reader = new NotificationReader(address, this::received);
    }

    /// Tells every process. The payload must be one line and fit into [#MAX_BYTES] with the topic.
    ///
    /// @throws IllegalArgumentException if it does not
    public void send(String topic, String payload) {
        String message = topic + '\t' + payload;
        if (message.indexOf('\n') >= 0 || message.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("A notification must be one line of up to " + MAX_BYTES + " bytes");
        }
        if (!outgoing.offer(message)) {
            LOG.warn("Too many notifications are waiting; one about {} was dropped", topic);
        }
    }

    /// Hears messages on one thread that all listeners share: they must be quick.
    public Subscription listen(String topic, Consumer<String> listener) {
        List<Consumer<String>> list = listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>());
        list.add(listener);
        return () -> list.remove(listener);
    }

    /// Runs whenever messages may have been missed.
    public void onGap(Runnable action) {
        reader.onGap(action);
    }

    @Override
    public void start() {
        running = true;
        reader.start();
        Thread.ofVirtual().name("notifier").start(this::sendWhatWaits);
    }

    @Override
    public void stop() {
        running = false;
        reader.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sendWhatWaits() {
        while (running) {
            try {
                List<String> batch = new ArrayList<>();
                batch.add(outgoing.take());
                Thread.sleep(GATHER);
                outgoing.drainTo(batch);
                for (String payload : packed(batch)) {
                    sql.execute(
                            "select pg_notify({0}, {1})",
                            org.jooq.impl.DSL.val(NotificationReader.CHANNEL), org.jooq.impl.DSL.val(payload));
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Notifications were not sent; others will find the changes by looking: {}", failure.toString());
            }
        }
    }

    /// Joins messages by line breaks into as few payloads as the limit allows; the same one twice goes once.
    static List<String> packed(List<String> messages) {
        List<String> payloads = new ArrayList<>();
        StringBuilder payload = new StringBuilder();
        int bytes = 0;
        for (String message : messages.stream().distinct().toList()) {
            int length = message.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + length > MAX_BYTES && bytes > 0) {
                payloads.add(payload.toString());
                payload.setLength(0);
                bytes = 0;
            }
            payload.append(bytes == 0 ? "" : "\n").append(message);
            bytes += length;
        }
        payloads.add(payload.toString());
        return payloads;
    }

    private void received(String payload) {
        for (String message : payload.split("\n", -1)) {
            int tab = message.indexOf('\t');
            if (tab > 0) {
                tell(message.substring(0, tab), message.substring(tab + 1));
            }
        }
    }

    private void tell(String topic, String payload) {
        for (Consumer<String> listener : listeners.getOrDefault(topic, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException failure) {
                LOG.error("A listener of {} failed", topic, failure);
            }
        }
    }
}
