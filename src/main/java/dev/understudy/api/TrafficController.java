package dev.understudy.api;

import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
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

    private static final String PATH = ApiPaths.ENVIRONMENT + "/traffic";

    private final TrafficFeed feed;
    private final Accesses accesses;
    private final AccessTokens tokens;
    private final Clock clock;
    private final TrafficWaiters waiters;

    TrafficController(TrafficFeed feed, Accesses accesses, AccessTokens tokens, Clock clock, TrafficWaiters waiters) {
        this.feed = feed;
        this.accesses = accesses;
        this.tokens = tokens;
        this.clock = clock;
        this.waiters = waiters;
    }

    /// The newest first. Holds the request's own (virtual) thread while it waits.
    @GetMapping(PATH)
    ResponseEntity<List<TrafficView>> exchanges(Access access, HttpServletRequest request) throws InterruptedException {
        BranchQuery.require(request, access, TrafficQuery.NAMES);
        TrafficQuery query = TrafficQuery.of(request);
        List<Exchange> found = query.among(feed.exchanges(access));
        if (found.size() < query.count() && !query.patience().isZero()) {
            String token = Bearer.token(request);
            Allowance allowance = new Allowance(tokens, accesses, clock, token, access.environment());
            found = waiters.await(access, query, token, allowance);
            if (allowance.get().isEmpty()) {
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

    /// Forgets them, for everybody.
    @DeleteMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Access access, HttpServletRequest request) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        feed.clear(access);
    }
}
