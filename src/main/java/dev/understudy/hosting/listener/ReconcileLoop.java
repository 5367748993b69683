package dev.understudy.hosting.listener;

import dev.understudy.environment.BranchId;
import dev.understudy.server.Notifications;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that this process runs what it should: what is wanted and no other living process runs. It looks after
/// a restart, when another process says that something changed, and every now and then, because that can get lost.
@Component
class ReconcileLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);

    private final ListenerStore store;
    private final ListenerReconciler reconciler;
    private final LocalListeners local;
    private final Liveness liveness;
    private volatile boolean running;

    ReconcileLoop(
            ListenerStore store,
            ListenerReconciler reconciler,
            LocalListeners local,
            Liveness liveness,
            Notifications notifications) {
        this.store = store;
        this.reconciler = reconciler;
        this.local = local;
        this.liveness = liveness;
        notifications.listen(ListenerReconciler.TOPIC, this::heard);
        notifications.onGap(() -> inBackground("listeners", this::look));
    }

    /// Takes over what no living process runs, lets go of what is not wanted any more, and catches up on changes.
    @Scheduled(fixedDelayString = "${understudy.listener.look-every:2s}")
    void look() {
        if (!running || !liveness.hold()) {
            return;
        }
        Set<Long> living = store.heldLocks();
        Set<BranchId> unknown = new HashSet<>(local.running());
        for (ListenerRow row : store.wantedOrOwnedBy(liveness.process())) {
            unknown.remove(row.branch().id());
            forgetElsewhere(row);
            if (reconciler.needsCare(row, living)) {
                reconciler.reconcile(row.branch().id());
            } else {
                local.refresh(row.branch());
            }
        }
        unknown.forEach(reconciler::reconcile);
    }

    @Override
    public void start() {
        running = true;
        reconciler.open();
        inBackground("listeners", this::lookAfterRestart);
    }

    @Override
    public void stop() {
        running = false;
        reconciler.close();
        liveness.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// What failed before may work now.
    private void lookAfterRestart() {
        for (ListenerRow row : store.wantedOrOwnedBy(liveness.process())) {
            row.failure().ifPresent(_ -> store.forgetFailure(row.branch().id()));
        }
        look();
    }

    private void heard(String payload) {
        BranchId branch = new BranchId(UUID.fromString(payload.substring(0, payload.indexOf(' '))));
        inBackground(
                "listener-" + branch,
                () -> store.find(branch).ifPresent(row -> {
                    forgetElsewhere(row);
                    if (reconciler.needsCare(row, store.heldLocks())) {
                        reconciler.reconcile(branch);
                    }
                }));
    }

    /// What it was asked here before it ran elsewhere is over.
    private void forgetElsewhere(ListenerRow row) {
        BranchId branch = row.branch().id();
        if (row.wanted() && row.owner().isPresent() && local.find(branch).isEmpty()) {
            local.forgetTraffic(branch);
        }
    }

    private void inBackground(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                if (running) {
                    work.run();
                }
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("Listeners are looked after again in a moment: {}", failure.toString());
                }
            }
        });
    }
}
