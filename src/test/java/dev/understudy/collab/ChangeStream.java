package dev.understudy.collab;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the event stream of an environment has brought, read on a thread of its own.
final class ChangeStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpResponse<Stream<String>> response;
    private final List<JsonNode> changes = new ArrayList<>();
    private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();

    ChangeStream(HttpResponse<Stream<String>> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The event stream answered " + response.statusCode());
        }
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /// Waits for a revision.
    ///
    /// @return all changes so far, in the order in which they came
    /// @throws IllegalStateException if it does not come, or if one is missing, double or not in its place
    synchronized List<JsonNode> until(long revision) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (changes.size() < revision) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Revision " + revision + " did not come, only " + changes.size());
            }
            wait(100);
        }
        for (int index = 0; index < changes.size(); index++) {
            if (changes.get(index).path("revision").asLong() != index + 1) {
                throw new IllegalStateException(
                        "Change number " + (index + 1) + " of the stream is " + changes.get(index));
            }
        }
        return List.copyOf(changes);
    }

    /// When a revision came, by [System#nanoTime].
    long arrival(long revision) {
        return arrivals.get(revision);
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        var event = new String[] {""};
        try {
            response.body().forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:") && event[0].equals("change")) {
                    add(JsonMapper.shared().readTree(line.substring("data:".length())));
                }
            });
        } catch (RuntimeException ended) {
            // the server was killed, or nobody reads on
        }
    }

    private synchronized void add(JsonNode change) {
        arrivals.put(change.path("revision").asLong(), System.nanoTime());
        changes.add(change);
        notifyAll();
    }
}
