package dev.understudy.hosting.traffic;

import dev.understudy.traffic.Glimpse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The traffic of one branch as long as somebody of this process follows it. One thread looks for all of them, and ends
/// with the last one. Any thread may call it.
final class FollowedTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedTraffic.class);

    /// Where it is looked up what is new.
    interface Source {

        /// All followers are told in turn now.
        void round();

        Glimpse since(Glimpse.Place place);
    }

    /// Somebody who follows, and how far they are. The place belongs to the thread that looks.
    static final class Follower {

        private final Consumer<Glimpse> told;
        private Glimpse.Place place;

        Follower(Glimpse.Place after, Consumer<Glimpse> told) {
            this.place = after;
            this.told = told;
        }
    }

    private final Source source;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    FollowedTraffic(Source source) {
        this.source = source;
    }

    void enter(Follower follower) {
        followers.add(follower);
        if (followers.size() == 1) {
            Thread.ofVirtual().name("traffic-feed").start(this::run);
        }
    }

    /// Whether nobody is left.
    boolean leave(Follower follower) {
        followers.remove(follower);
        return followers.isEmpty();
    }

    private void run() {
        try {
            while (!followers.isEmpty()) {
                // those who are equally far are told the same
                Map<Glimpse.Place, Glimpse> news = new HashMap<>();
                source.round();
                followers.forEach(follower -> tell(follower, news));
                Thread.sleep(TrafficFeed.PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Follower follower, Map<Glimpse.Place, Glimpse> known) {
        try {
            Glimpse news = known.computeIfAbsent(follower.place, source::since);
            follower.place = news.place();
            if (news.isNews()) {
                follower.told.accept(news);
            }
        } catch (RuntimeException failure) {
            LOG.debug("What a mock is asked can't be told now", failure);
        }
    }
}
