package dev.understudy.api;

import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.team.Access;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import dev.understudy.traffic.kept.KeptPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// Puts together what a listener was asked lately and what is kept of before, and says where to go on.
final class TrafficPage {

    private final TrafficFeed feed;
    private final Clock clock;

    TrafficPage(TrafficFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /// The answer to a query. With `before` it goes on to what is kept; without, it is what was asked lately.
    ///
    /// @param lately what was found there, the newest first
    ResponseEntity<List<TrafficView>> answer(
            Access access, TrafficQuery query, List<Exchange> lately, HttpServletRequest request) {
        Optional<KeptPage> page =
                query.before().map(before -> feed.before(access, query.filter(), before, query.limit()));
        List<Exchange> all = page.map(kept -> merged(lately, kept)).orElse(lately);
        List<Exchange> told = all.stream().limit(query.limit()).toList();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        next(told, all, page)
                .ifPresent(next -> answer.header(HttpHeaders.LINK, NextPage.link(request, next.toString())));
        return answer.body(told.stream().map(TrafficView::of).toList());
    }

    /// Both, the newest first, none of them twice; what was asked lately only as far back as the page goes.
    private static List<Exchange> merged(List<Exchange> lately, KeptPage page) {
        TreeSet<Exchange> all = new TreeSet<>(Comparator.comparing(Exchange::id).reversed());
        lately.stream()
                .filter(exchange -> page.next()
                        .filter(end -> exchange.id().compareTo(end) < 0)
                        .isEmpty())
                .forEach(all::add);
        all.addAll(page.exchanges());
        return List.copyOf(all);
    }

    private Optional<UUID> next(List<Exchange> told, List<Exchange> all, Optional<KeptPage> page) {
        if (told.size() < all.size()) {
            return Optional.of(told.getLast().id());
        }
        if (page.isPresent()) {
            return page.get().next();
        }
        return Optional.of(told)
                .filter(_ -> feed.isKept())
                .map(some -> some.isEmpty()
                        ? ExchangeIds.startOf(clock.instant())
                        : some.getLast().id());
    }
}
