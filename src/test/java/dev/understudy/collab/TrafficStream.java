package dev.understudy.collab;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The exchanges that the event stream of an environment tells of, counted on a thread of its own.
final class TrafficStream implements AutoCloseable {

    private final HttpResponse<Stream<String>> response;
    private final AtomicLong exchanges = new AtomicLong();

    TrafficStream(ServerProcess server, String environment) throws IOException {
        response = server.follow(environment, "traffic=true");
        Thread.ofVirtual().start(this::read);
    }

    long count() {
        return exchanges.get();
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        try {
            response.body().forEach(line -> {
                if (line.equals("event:exchange") || line.equals("event: exchange")) {
                    exchanges.incrementAndGet();
                }
            });
        } catch (RuntimeException ended) {
            // by us
        }
    }
}
