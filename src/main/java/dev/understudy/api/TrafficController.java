package dev.understudy.api;

import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.traffic.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
    List<TrafficView> exchanges(Access access, HttpServletRequest request) throws InterruptedException {
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
        return found.stream().limit(query.limit()).map(TrafficView::of).toList();
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
