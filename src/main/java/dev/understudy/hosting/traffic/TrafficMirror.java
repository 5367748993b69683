package dev.understudy.hosting.traffic;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.server.Notifications;
import dev.understudy.traffic.Glimpse;
import dev.understudy.traffic.Traffic;
import dev.understudy.traffic.kept.Keeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Shows other processes what the listeners of this one are asked, as long as somebody there says that they look: then
/// the newest exchanges are written a few times a second, by a thread that no request waits for. Any thread may call
/// it.
@Component
class TrafficMirror implements SmartLifecycle {

    /// "I look at this": a process and a branch.
    static final String WANT = "traffic-want";

    /// "Forget it": a branch.
    static final String CLEAR = "traffic-clear";

    /// How long somebody is taken to look who said so.
    static final Duration INTEREST = Duration.ofSeconds(10);

    /// Exchanges that are written at once, but for the first time; of more the newest.
    static final int MOST = 20;

    /// What goes on is written this much more seldom than what is new.
    static final int ROUNDS_OF_CHANGES = 5;

    /// That are written of each body.
    static final int BODY_BYTES = 8 * 1024;

    static final Duration PAUSE = Duration.ofMillis(100);

    /// How often it is said that there is nothing new.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

    private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(TrafficMirror.class);

    /// What somebody wants to see.
    ///
    /// @param untilNanos when they are taken to have gone
    private record Wish(long untilNanos, boolean atOnce) {}

    private final String process = UUID.randomUUID().toString();
    private final Listeners listeners;
    private final TrafficMirrorStore store;
    private final Notifications notifications;
    private final Keeper keeper;
    private final Map<BranchId, Wish> wishes = new ConcurrentHashMap<>();
    private volatile boolean running;

    TrafficMirror(Listeners listeners, TrafficMirrorStore store, Notifications notifications, Keeper keeper) {
        this.listeners = listeners;
        this.store = store;
        this.notifications = notifications;
        this.keeper = keeper;
        notifications.listen(WANT, this::wanted);
        notifications.listen(CLEAR, branch -> clear(branchOf(branch)));
    }

    /// Lets the process that runs the listener know that somebody looks.
    void want(BranchId branch) {
        notifications.send(WANT, process + " " + branch);
    }

    /// Lets whichever process runs the listener forget what it was asked.
    void clearEverywhere(BranchId branch) {
        notifications.send(CLEAR, branch.toString());
    }

    private void wanted(String payload) {
        int space = payload.indexOf(' ');
        BranchId branch = branchOf(payload.substring(space + 1));
        if (!payload.startsWith(process)
                && running
                && listeners.trafficHere(branch).isPresent()) {
            wish(branch);
        }
    }

    /// Forgets what the listener of this process was asked, in memory and what is not written yet.
    void forget(BranchId branch) {
        listeners.trafficHere(branch).ifPresent(traffic -> {
            traffic.clear();
            keeper.forget(branch);
        });
    }

    private void clear(BranchId branch) {
        forget(branch);
        wishes.computeIfPresent(branch, (_, wish) -> new Wish(wish.untilNanos(), true));
    }

    private void wish(BranchId branch) {
        Wish wish = new Wish(System.nanoTime() + INTEREST.toNanos(), true);
        if (wishes.put(branch, wish) == null) {
            Thread.ofVirtual().name("traffic-" + branch).start(() -> show(branch));
        }
    }

    private void show(BranchId branch) {
        Glimpse.Place place = Glimpse.Place.START;
        long round = 0;
        long quietNanos = 0;
        try {
            while (running && goesOn(branch)) {
                Optional<Traffic> traffic = listeners.trafficHere(branch);
                if (traffic.isEmpty()) {
                    break;
                }
                int most = place.equals(Glimpse.Place.START) ? Traffic.KEPT : MOST;
                Glimpse news = traffic.get().since(place, most);
                if (round++ % ROUNDS_OF_CHANGES != 0) {
                    news = news.withoutChanges(place);
                }
                if (news.isNews() || takeAtOnce(branch) || quietNanos > SIGN_OF_LIFE.toNanos()) {
                    store.write(branch, news, BODY_BYTES);
                    quietNanos = 0;
                }
                place = news.place();
                Thread.sleep(PAUSE);
                quietNanos += PAUSE.toNanos();
            }
            if (running) {
                store.forget(branch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            if (running) {
                LOG.warn("Other processes don't see what a mock is asked: {}", failure.toString());
            }
        } finally {
            wishes.remove(branch);
        }
    }

    /// Whether somebody waits for a sign, be there something new or not.
    private boolean takeAtOnce(BranchId branch) {
        Wish wish = wishes.get(branch);
        return wish != null && wish.atOnce() && wishes.replace(branch, wish, new Wish(wish.untilNanos(), false));
    }

    private boolean goesOn(BranchId branch) {
        Wish wish = wishes.get(branch);
        return wish != null && wish.untilNanos() - System.nanoTime() > 0;
    }

    @Scheduled(fixedDelay = 60_000)
    void forgetWhatWasLeftBehind() {
        if (running) {
            store.forgetOlderThan(LEFT_BEHIND);
        }
    }

    private static BranchId branchOf(String text) {
        return new BranchId(UUID.fromString(text));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
