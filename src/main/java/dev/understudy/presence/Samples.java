package dev.understudy.presence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is new of the places, gathered place by place: the first news go out at once, and what comes in the pause after
/// them goes together, so that a caret that runs through a text costs everybody a few messages a second. Of one client
/// only the newest sighting counts. Any thread may call it; whoever does waits for nobody.
final class Samples {

    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    static final Duration PAUSE = Duration.ofMillis(100);

    /// The news of one place.
    ///
    /// @param heard the newest sighting of each client that other processes don't know yet
    /// @param changed whether somebody came, moved or went
    record Sample(List<Sighting> heard, boolean changed) {}

    private static final class Gathered {
        private final Map<Sighting.Key, Sighting> heard = new LinkedHashMap<>();
        private boolean changed;

        private boolean isEmpty() {
            return heard.isEmpty() && !changed;
        }
    }

    private final BiConsumer<Place, Sample> publish;
    /// A place that is in it has a thread that publishes.
    private final Map<Place, Gathered> places = new ConcurrentHashMap<>();

    /// @param publish gets the samples of a place one after the other, on a thread of the place
    Samples(BiConsumer<Place, Sample> publish) {
        this.publish = publish;
    }

    /// @param own whether other processes have to hear of it
    /// @param changed whether it is different from what was known of the client
    void add(Sighting sighting, boolean own, boolean changed) {
        if (!own && !changed) {
            return;
        }
        add(sighting.place(), gathered -> {
            gathered.changed |= changed;
            if (own) {
                gathered.heard.put(sighting.key(), sighting);
            }
        });
    }

    /// Somebody was forgotten, or came or went in another place that counts for this one.
    void changed(Place place) {
        add(place, gathered -> gathered.changed = true);
    }

    private void add(Place place, Consumer<Gathered> news) {
        boolean[] first = {false};
        places.compute(place, (_, present) -> {
            first[0] = present == null;
            Gathered gathered = present == null ? new Gathered() : present;
            news.accept(gathered);
            return gathered;
        });
        if (first[0]) {
            Thread.ofVirtual().name("presence-" + place).start(() -> run(place));
        }
    }

    private void run(Place place) {
        while (true) {
            Gathered[] taken = {null};
            places.computeIfPresent(place, (_, gathered) -> {
                if (gathered.isEmpty()) {
                    return null;
                }
                taken[0] = gathered;
                return new Gathered();
            });
            if (taken[0] == null) {
                return;
            }
            try {
                publish.accept(place, new Sample(List.copyOf(taken[0].heard.values()), taken[0].changed));
            } catch (RuntimeException failure) {
                LOG.warn("News of the presence in {} got lost", place, failure);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
