package dev.understudy.hosting.resend;

import dev.understudy.environment.BranchId;
import dev.understudy.hosting.listener.ListenerHere;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.server.Notifications;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.traffic.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks a mock once more what it was asked before, in whichever process it runs: with the headers as they came, which
/// only that process knows, or without those that nobody knows any more. Takes its time; any thread may call it.
@Component
public class Resending {

    /// "Send this again": an id of the store.
    static final String WISH = "traffic-again";

    private static final Duration PATIENCE = OwnCall.PATIENCE.plusSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /// That wait for other processes at the same time.
    private static final int MAX_ASKING = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Resending.class);

    private final Listeners listeners;
    private final ResendStore store;
    private final Notifications notifications;
    private final Semaphore asking = new Semaphore(MAX_ASKING);

    Resending(Listeners listeners, ResendStore store, Notifications notifications) {
        this.listeners = listeners;
        this.store = store;
        this.notifications = notifications;
        notifications.listen(WISH, this::asked);
    }

    /// Sends it.
    ///
    /// @param shown as the person sees it
    /// @param withoutSecrets whether it may go without the headers that are not known any more
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public Resent send(Access access, Exchange shown, boolean withoutSecrets) {
        BranchId branch = access.require(Action.EDIT).branch().id();
        Optional<Resent.Why> objection = RawRequest.objection(shown);
        if (objection.isPresent()) {
            return Resent.Refused.of(objection.get());
        }
        if (isStopped(access)) {
            return Resent.Refused.of(Resent.Why.STOPPED);
        }
        String by = access.actor().displayName();
        Optional<ListenerHere> here = listeners.here(branch);
        if (here.isPresent()) {
            return send(here.get(), shown.id(), by, shown, withoutSecrets);
        }
        Resent known = elsewhere(new ResendStore.Wish(branch, shown.id(), by, Optional.empty()));
        boolean forgotten = known.equals(Resent.Refused.of(Resent.Why.GONE));
        if (!forgotten) {
            return known;
        }
        return gap(shown, withoutSecrets)
                .orElseGet(() ->
                        elsewhere(new ResendStore.Wish(branch, shown.id(), by, Optional.of(RawRequest.known(shown)))));
    }

    /// Whether the mock does not run, so that nothing can be sent.
    public boolean isStopped(Access access) {
        return !(listeners.state(access) instanceof ListenerState.Running);
    }

    private static Resent send(ListenerHere listener, UUID id, String by, Exchange shown, boolean withoutSecrets) {
        Optional<Exchange> remembered = listener.mock().traffic().find(id);
        if (remembered.isPresent()) {
            return send(listener, remembered.get(), by);
        }
        return gap(shown, withoutSecrets).orElseGet(() -> send(listener, RawRequest.known(shown), by));
    }

    /// Why one that is known only as it is shown is not sent, if so.
    private static Optional<Resent> gap(Exchange shown, boolean withoutSecrets) {
        if (RawRequest.isGapped(shown)) {
            return Optional.of(Resent.Refused.of(Resent.Why.HIDDEN));
        }
        List<String> masked = RawRequest.masked(shown);
        return masked.isEmpty() || withoutSecrets ? Optional.empty() : Optional.of(new Resent.WithoutSecrets(masked));
    }

    private static Resent send(ListenerHere listener, Exchange exchange, String by) {
        Optional<Resent.Why> objection = RawRequest.objection(exchange);
        if (objection.isPresent()) {
            return Resent.Refused.of(objection.get());
        }
        return listener.mock().resends().mayGo(System.nanoTime())
                ? new OwnCall(listener).send(exchange, by)
                : Resent.Refused.of(Resent.Why.TOO_MANY);
    }

    private Resent elsewhere(ResendStore.Wish wish) {
        if (!asking.tryAcquire()) {
            return Resent.Refused.of(Resent.Why.TOO_MANY);
        }
        try {
            return ask(wish);
        } finally {
            asking.release();
        }
    }

    private Resent ask(ResendStore.Wish wish) {
        UUID id = store.ask(wish);
        notifications.send(WISH, id + " " + wish.branch());
        try {
            for (long left = PATIENCE.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
                Optional<Resent> outcome = store.outcome(id);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            store.forget(id);
        }
        return Resent.Refused.of(Resent.Why.FAILED);
    }

    private void asked(String payload) {
        String[] words = payload.split(" ", 2);
        listeners
                .here(new BranchId(UUID.fromString(words[1])))
                .ifPresent(here -> Thread.ofVirtual()
                        .name("send-again-for-others")
                        .start(() -> answer(here, UUID.fromString(words[0]))));
    }

    private void answer(ListenerHere listener, UUID id) {
        try {
            store.find(id).ifPresent(wish -> store.answer(id, outcome(listener, wish)));
        } catch (RuntimeException failure) {
            LOG.warn("A request was not sent again for another process: {}", failure.toString());
        }
    }

    private static Resent outcome(ListenerHere listener, ResendStore.Wish wish) {
        return listener.mock()
                .traffic()
                .find(wish.exchange())
                .or(wish::shown)
                .map(exchange -> send(listener, exchange, wish.by()))
                .orElse(Resent.Refused.of(Resent.Why.GONE));
    }
}
