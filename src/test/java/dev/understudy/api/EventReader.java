package dev.understudy.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an event stream as a browser does, on a thread of its own.
final class EventReader implements AutoCloseable {

    /// An event, a comment (with the name `:`), or the end of the stream (with the name `end`).
    record Event(String name, String id, String text) {
        JsonNode data() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// The next event of this name; others are skipped.
    Event next(String name) throws InterruptedException {
        return next(name, _ -> true);
    }

    Event next(String name, Predicate<Event> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("No " + name + " in " + PATIENCE);
            }
            if (event.name().equals(name) && wanted.test(event)) {
                return event;
            }
            if (event.name().equals("end")) {
                throw new AssertionError("The stream ended before a " + name);
            }
        }
    }

    /// Waits for the end; whatever comes before it is skipped.
    void awaitEnd() throws InterruptedException {
        next("end");
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    events.add(new Event(":", "", line));
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data.toString()));
                    name = "";
                    id = "";
                    data.setLength(0);
                }
            }
        } catch (IOException _) {
            // Closed from either side.
        }
        events.add(new Event("end", "", ""));
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
