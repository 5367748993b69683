package dev.understudy.hosting.traffic;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.Traffic;
import dev.understudy.traffic.kept.KeptPage;
import dev.understudy.traffic.kept.KeptTraffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// What the listener of an environment is asked, in whichever process it runs: what it was asked lately, and what it
/// is
/// asked from now on. Nobody who looks costs a request anything: the log is looked at from aside. Any thread may call
/// it.
@Component
public class TrafficFeed {

    /// How often followers are told of what is new, at most.
    public static final Duration PAUSE = Duration.ofMillis(100);

    /// Exchanges that followers are told of at once; of more the newest, and how many were left out.
    public static final int MOST = 10;

    /// How long a first look into another process waits for it.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// The same where no listener runs, so that perhaps nobody has anything to show.
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(500);

    private final Listeners listeners;
    private final TrafficMirror mirror;
    private final TrafficMirrorStore store;
    private final KeptTraffic kept;
    private final Map<BranchId, FollowedTraffic> followed = new ConcurrentHashMap<>();

    TrafficFeed(Listeners listeners, TrafficMirror mirror, TrafficMirrorStore store, KeptTraffic kept) {
        this.listeners = listeners;
        this.mirror = mirror;
        this.store = store;
        this.kept = kept;
    }

    /// What it was asked lately, the oldest first. Takes its time if the listener runs in another process; none if
    /// there is no listener.
    public List<Exchange> exchanges(Access access) {
        return look(access, Glimpse.Place.START).exchanges();
    }

    /// What came after a place. Takes its time if the listener runs in another process.
    public Glimpse look(Access access, Glimpse.Place after) {
        BranchId branch = access.require(Action.VIEW).branch().id();
        Optional<Traffic> here = listeners.trafficHere(branch);
        if (here.isPresent()) {
            return here.get().since(after, Traffic.KEPT);
        }
        if (runs(access)) {
            return remote(branch, PATIENCE).first(after);
        }
        return listeners.hasOtherProcesses() ? remote(branch, LITTLE_PATIENCE).first(after) : Glimpse.nothing(after);
    }

    /// Whether more than what a listener was asked lately is kept.
    public boolean isKept() {
        return kept.isOn();
    }

    /// What is kept from before an exchange, see [KeptTraffic#before].
    public KeptPage before(Access access, Predicate<Brief> wanted, UUID before, int most) {
        return kept.before(access, wanted, before, most);
    }

    /// An exchange, if there is still something of it anywhere. Takes its time.
    public Optional<Exchange> find(Access access, UUID id) {
        return exchanges(access).stream()
                .filter(exchange -> exchange.id().equals(id))
                .findFirst()
                .or(() -> kept.find(access, id));
    }

    /// Tells of what comes after a place, on a thread of the branch that must not be held up: [#MOST] exchanges each
    /// [#PAUSE] at most, and how many were left out.
    public Subscription follow(Access access, Glimpse.Place after, Consumer<Glimpse> follower) {
        BranchId branch = access.require(Action.VIEW).branch().id();
        FollowedTraffic.Follower entered = new FollowedTraffic.Follower(after, follower);
        followed.compute(branch, (_, known) -> {
            FollowedTraffic traffic = known == null ? new FollowedTraffic(source(branch)) : known;
            traffic.enter(entered);
            return traffic;
        });
        return () -> followed.computeIfPresent(branch, (_, known) -> known.leave(entered) ? null : known);
    }

    /// Lets the listener forget what it was asked, for everybody.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public void clear(Access access) {
        BranchId branch = access.require(Action.EDIT).branch().id();
        if (listeners.trafficHere(branch).isPresent()) {
            mirror.forget(branch);
        } else if (runs(access)) {
            remote(branch, PATIENCE).clear();
        } else {
            mirror.clearEverywhere(branch);
        }
        kept.clear(access);
    }

    private boolean runs(Access access) {
        return listeners.state(access) instanceof ListenerState.Running;
    }

    /// Where the listener runs may change meanwhile.
    private FollowedTraffic.Source source(BranchId branch) {
        RemoteTraffic remote = remote(branch, PATIENCE);
        return new FollowedTraffic.Source() {
            @Override
            public void round() {
                remote.round();
            }

            @Override
            public Glimpse since(Glimpse.Place place) {
                int most = place.equals(Glimpse.Place.START) ? Traffic.KEPT : MOST;
                return listeners
                        .trafficHere(branch)
                        .map(here -> here.since(place, most))
                        .orElseGet(() -> remote.next(place, most));
            }
        };
    }

    private RemoteTraffic remote(BranchId branch, Duration patience) {
        return new RemoteTraffic(branch, mirror, store, patience);
    }
}
