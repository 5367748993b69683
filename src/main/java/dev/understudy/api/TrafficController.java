package dev.understudy.api;

import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.Glimpse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tells what the mock of an environment was asked and why it answered so, at once or when it happens.
@RestController
class TrafficController {

    /// Requests of one process that wait; more are refused.
    static final int MAX_WAITING = 500;

    private static final String PATH = ApiPaths.ENVIRONMENT + "/traffic";

    private final TrafficFeed feed;
    private final Accesses accesses;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    TrafficController(TrafficFeed feed, Accesses accesses, AccessTokens tokens, Clock clock) {
        this.feed = feed;
        this.accesses = accesses;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// The newest first. Holds the request's own (virtual) thread while it waits.
    @GetMapping(PATH)
    ResponseEntity<List<TrafficView>> exchanges(Access access, HttpServletRequest request)
            throws InterruptedException {
        BranchQuery.require(request, access, TrafficQuery.NAMES);
        TrafficQuery query = TrafficQuery.of(request);
        List<Exchange> found = query.among(feed.exchanges(access));
        if (found.size() < query.count() && !query.patience().isZero()) {
            found = await(access, query);
            if (new Allowance(tokens, accesses, clock, Bearer.token(request), access.environment())
                    .get()
                    .isEmpty()) {
                throw ApiProblem.notFound();
            }
        }
        return new TrafficPage(feed, clock).answer(access, query, found, request);
    }

    /// One of them, wherever there is still something of it.
    @GetMapping(PATH + "/{exchange}")
    TrafficView exchange(Access access, @PathVariable String exchange, HttpServletRequest request) {
        BranchQuery.require(request, access);
        return ExchangeIds.parse(exchange)
                .flatMap(id -> feed.find(access, id))
                .map(TrafficView::of)
                .orElseThrow(() -> ApiProblem.of(
                        ErrorCode.NOT_FOUND,
                        "Nothing is kept of this exchange any more, or there never was one with this id."));
    }

    private List<Exchange> await(Access access, TrafficQuery query) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            throw ApiProblem.of(ErrorCode.RATE_LIMITED, "Too many requests wait for calls of mocks. Try again soon.");
        }
        Semaphore news = new Semaphore(0);
        try (Subscription _ = feed.follow(access, Glimpse.Place.START, _ -> news.release())) {
            long endNanos = System.nanoTime() + query.patience().toNanos();
            Supplier<Duration> left = () -> Duration.ofNanos(endNanos - System.nanoTime());
            List<Exchange> found = query.among(feed.exchanges(access));
            while (found.size() < query.count() && left.get().isPositive()) {
                if (news.tryAcquire(left.get().toNanos(), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                    found = query.among(feed.exchanges(access));
                }
            }
            return found;
        } finally {
            waiting.release();
        }
    }

    /// Forgets them, for everybody.
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        feed.clear(access);
    }
}
