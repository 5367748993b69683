package dev.understudy.api;

import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.RightsLog;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Requests that wait for what mocks are asked, each on its own (virtual) thread. There are so many of a process, and
/// of a team and a token, that nobody takes the places of the others. Any thread may call it.
@Component
class TrafficWaiters {

    /// Requests of one process that wait; more are refused.
    static final int MAX_WAITING = 500;

    static final int MAX_OF_TEAM = 200;
    static final int MAX_OF_TOKEN = 50;

    private final TrafficFeed feed;
    private final RightsLog rights;
    private final Semaphore places = new Semaphore(MAX_WAITING);
    /// Team or token → how many of it wait.
    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();

    TrafficWaiters(TrafficFeed feed, RightsLog rights) {
        this.feed = feed;
        this.rights = rights;
    }

    /// What there is when enough of it came, or the time was over.
    ///
    /// @param allowance for how long the caller may go on; empty if not at all
    /// @throws ApiProblem if too many wait, or the caller may not see it any more: at once when that is so
    List<Exchange> await(Access access, TrafficQuery query, String token, Supplier<Optional<Duration>> allowance)
            throws InterruptedException {
        enter(places.tryAcquire(), "calls of mocks on this server");
        try {
            return counted(
                    access.team(),
                    MAX_OF_TEAM,
                    "calls of the mocks of this team",
                    () -> counted(
                            token,
                            MAX_OF_TOKEN,
                            "calls of mocks with this token",
                            () -> follow(access, query, allowance)));
        } finally {
            places.release();
        }
    }

    private interface Wait {
        List<Exchange> run() throws InterruptedException;
    }

    private List<Exchange> counted(Object whose, int max, String what, Wait wait) throws InterruptedException {
        boolean[] in = {false};
        taken.compute(whose, (_, count) -> {
            int before = count == null ? 0 : count;
            in[0] = before < max;
            return in[0] ? before + 1 : before;
        });
        enter(in[0], what);
        try {
            return wait.run();
        } finally {
            taken.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static void enter(boolean in, String what) {
        if (!in) {
            throw ApiProblem.of(
                    ErrorCode.RATE_LIMITED, "Too many requests wait for %s. Try again soon.".formatted(what));
        }
    }

    private List<Exchange> follow(Access access, TrafficQuery query, Supplier<Optional<Duration>> allowance)
            throws InterruptedException {
        Semaphore news = new Semaphore(0);
        AtomicBoolean doubt = new AtomicBoolean(true);
        try (Subscription _ = feed.follow(access, Glimpse.Place.START, _ -> news.release());
                Subscription _ = rights.listen(change -> {
                    if (change.concerns(access)) {
                        doubt.set(true);
                        news.release();
                    }
                })) {
            long endNanos = System.nanoTime() + query.patience().toNanos();
            List<Exchange> found = List.of();
            do {
                news.drainPermits();
                if (doubt.getAndSet(false) && allowance.get().isEmpty()) {
                    throw ApiProblem.notFound();
                }
                found = query.among(feed.exchanges(access));
            } while (found.size() < query.count()
                    && news.tryAcquire(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
            return found;
        }
    }
}
