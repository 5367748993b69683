package dev.understudy.api;

import dev.understudy.collab.Environments;
import dev.understudy.collab.Room;
import dev.understudy.collab.Rooms;
import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.presence.Presence;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.RightsLog;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.traffic.Glimpse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Streams what happens in a room: its changes from a revision on, who is where, the listener, and on request what it
/// is asked.
@RestController
class ChangesController {

    private final Rooms rooms;
    private final Environments environments;
    private final Presence presence;
    private final Listeners listeners;
    private final Accesses accesses;
    private final AccessTokens tokens;
    private final RightsLog rights;
    private final OpenStreams streams;
    private final FollowedRooms followed;
    private final Clock clock;
    private final StreamPace pace;
    private final TrafficFeed exchanges;

    ChangesController(
            Rooms rooms,
            Environments environments,
            Presence presence,
            Listeners listeners,
            Accesses accesses,
            AccessTokens tokens,
            RightsLog rights,
            OpenStreams streams,
            FollowedRooms followed,
            Clock clock,
            StreamPace pace,
            TrafficFeed exchanges) {
        this.rooms = rooms;
        this.environments = environments;
        this.presence = presence;
        this.listeners = listeners;
        this.accesses = accesses;
        this.tokens = tokens;
        this.rights = rights;
        this.streams = streams;
        this.followed = followed;
        this.clock = clock;
        this.pace = pace;
        this.exchanges = exchanges;
    }

    /// Holds the request's own (virtual) thread until the stream ends.
    @GetMapping(path = ApiPaths.ENVIRONMENT + "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            Access access,
            @RequestParam @Nullable String since,
            @RequestParam @Nullable String traffic,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        boolean withTraffic = wantsTraffic(traffic);
        Room room = rooms.open(access);
        long after = after(access, room, since, lastEventId);
        BranchId branch = access.branch().id();
        Feed feed =
                new Feed(after, () -> presence.participants(branch), () -> ListenerView.of(listeners.state(access)));
        streams.enter(Bearer.token(request), feed);
        RoomEvents changes = followed.enter(room, feed);
        List<Subscription> subscriptions = new ArrayList<>();
        try {
            subscribe(access, feed, subscriptions);
            if (withTraffic) {
                Glimpse.Place now = exchanges.look(access, Glimpse.Place.START).place();
                subscriptions.add(exchanges.follow(access, now, feed::trafficMoved));
            }
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding("UTF-8");
            // A proxy that gathers an answer before it passes it on would gather this one for ever.
            response.setHeader("X-Accel-Buffering", "no");
            if (request.getMethod().equals("HEAD")) {
                return;
            }
            Allowance allowance = new Allowance(tokens, accesses, clock, Bearer.token(request), access.environment());
            new EventStream(feed, changes, response.getOutputStream(), allowance, pace, Holds.of(request)).run();
        } finally {
            feed.end();
            subscriptions.forEach(Subscription::close);
            followed.leave(changes, feed);
            streams.leave(feed);
        }
    }

    private static boolean wantsTraffic(@Nullable String traffic) {
        if (traffic == null || traffic.equals("false")) {
            return false;
        }
        if (traffic.equals("true")) {
            return true;
        }
        throw ApiProblem.invalidRequest("\"traffic\" must be true or false.");
    }

    private long after(Access access, Room room, @Nullable String since, @Nullable String lastEventId) {
        long after = Revisions.parse("\"Last-Event-ID\"", lastEventId)
                .or(() -> Revisions.parse("\"since\"", since))
                .orElseGet(() -> room.newest().revision());
        if (after > room.snapshot().revision()) {
            long newest = environments.summary(access).revision();
            if (after > newest) {
                throw ApiProblem.of(
                                ErrorCode.STALE_REVISION,
                                "The log has no revision %,d; the newest is %,d. Load the document, and follow from the revision of its ETag."
                                        .formatted(after, newest))
                        .status(HttpStatus.GONE)
                        .with("revision", newest);
            }
        }
        return after;
    }

    private void subscribe(Access access, Feed feed, List<Subscription> subscriptions) {
        subscriptions.add(presence.listen(access.branch().id(), _ -> feed.participantsMoved()));
        subscriptions.add(listeners.onChange(access, feed::listenerMoved));
        subscriptions.add(rights.listen(change -> {
            if (change.concerns(access)) {
                feed.lookAgain();
            }
        }));
    }
}
