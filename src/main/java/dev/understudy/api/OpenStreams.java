package dev.understudy.api;

import dev.understudy.server.Notifications;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The event streams that are open in this process. A token has so many at most, and all end when the server stops:
/// clients find another process or come back. Any thread may call it.
@Component
class OpenStreams {

    /// Streams of one token.
    static final int MAX_PER_TOKEN = 100;

    private final Map<Feed, String> tokens = new ConcurrentHashMap<>();

    OpenStreams(MeterRegistry registry, Notifications notifications) {
        notifications.onGap(() -> tokens.keySet().forEach(Feed::mayHaveMissed));
        Gauge.builder("understudy.streams", tokens, Map::size)
                .description("Event streams that are open in this process")
                .register(registry);
    }

    /// Lets a stream in.
    ///
    /// @throws ApiProblem if its token has too many
    synchronized void enter(String token, Feed feed) {
        long open = tokens.values().stream().filter(token::equals).count();
        if (open >= MAX_PER_TOKEN) {
            throw ApiProblem.beyond(
                    ErrorCode.RATE_LIMITED,
                    MAX_PER_TOKEN,
                    open + 1,
                    "This token follows %d environments already; the limit is %d. End one first."
                            .formatted(open, MAX_PER_TOKEN));
        }
        tokens.put(feed, token);
    }

    void leave(Feed feed) {
        tokens.remove(feed);
    }

    /// So exactly do streams know what time it is.
    @Scheduled(fixedDelay = 1_000)
    void tick() {
        tokens.keySet().forEach(Feed::tick);
    }

    @EventListener(ContextClosedEvent.class)
    void endAll() {
        Set.copyOf(tokens.keySet()).forEach(Feed::end);
    }
}
