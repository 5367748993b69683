package dev.understudy.traffic.kept;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Traffic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Writes what the listeners of this process are asked into the database, where the operator wants it kept: many at
/// once, by one thread that no request waits for. Any thread may call it.
@Component
public final class Keeper implements SmartLifecycle {

    /// Exchanges that are written at once.
    static final int BATCH = 100;

    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration AT_THE_END = Duration.ofSeconds(3);

    /// An environment is measured each time when this part of what it may have was written.
    private static final int MEASURED_PARTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final KeptStore store;
    private final Retention retention;
    private final Clock clock;
    private final Intake intake = new Intake();
    /// Bytes that were written since. Of the writing thread alone.
    private final Map<EnvironmentId, Long> unmeasured = new HashMap<>();
    private boolean failing;
    private volatile boolean running;
    private @Nullable Thread writer;

    public Keeper(DSLContext sql, Retention retention, Clock clock) {
        this(new KeptStore(sql), retention, clock);
    }

    @Autowired
    Keeper(KeptStore store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    /// Keeps what a listener is asked from now on.
    public void keep(BranchId branch, Traffic traffic) {
        if (retention.isOn()) {
            Intake.Inlet inlet = intake.of(branch);
            traffic.copyTo(inlet::take);
        }
    }

    /// Forgets what a listener of this process was asked until now, also what is not written yet. Returns at once.
    public void forget(BranchId branch) {
        if (running && retention.isOn()) {
            Instant now = clock.instant();
            Thread.ofVirtual().name("traffic-forget").start(() -> intake.forget(branch, now));
        }
    }

    private void run() {
        try {
            while (running || !intake.isEmpty()) {
                List<Intake.Item> items = intake.next(BATCH, Duration.ofMillis(500));
                if (!items.isEmpty()) {
                    work(items);
                    if (running) {
                        Thread.sleep(failing ? AFTER_FAILURE : intake.isEmpty() ? GATHERING : Duration.ZERO);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// In their order, so that what is forgotten is what was there before.
    private void work(List<Intake.Item> items) {
        List<Intake.Asked> batch = new ArrayList<>();
        for (Intake.Item item : items) {
            switch (item) {
                case Intake.Asked asked -> batch.add(asked);
                case Intake.Forgotten(BranchId branch, Instant until) -> {
                    write(batch);
                    batch.clear();
                    attempt(() -> store.forget(branch, until));
                }
            }
        }
        write(batch);
    }

    private void write(List<Intake.Asked> batch) {
        List<KeptExchange> exchanges = new ArrayList<>();
        for (Intake.Asked asked : batch) {
            intake.release(asked);
            told(asked.exchange())
                    .ifPresent(exchange ->
                            exchanges.add(new KeptExchange(asked.inlet().branch(), exchange, asked.leftOut())));
        }
        Map<EnvironmentId, Long> more = new HashMap<>();
        boolean written = exchanges.isEmpty() || attempt(() -> more.putAll(store.write(exchanges)));
        more.forEach((environment, bytes) -> attempt(() -> measure(environment, bytes)));
        if (!written) {
            batch.forEach(asked -> asked.inlet().lost(asked.leftOut() + 1));
        }
    }

    /// What can't be put into words is not kept.
    private static Optional<Exchange> told(Supplier<Exchange> exchange) {
        try {
            Exchange found = exchange.get();
            found.why();
            return Optional.of(found);
        } catch (RuntimeException failure) {
            LOG.debug("An exchange is not kept", failure);
            return Optional.empty();
        }
    }

    /// Each environment when it is written to for the first time, and then every now and then.
    private void measure(EnvironmentId environment, long more) {
        long written = more + unmeasured.getOrDefault(environment, retention.bytes());
        if (written > retention.bytes() / MEASURED_PARTS) {
            store.trim(environment, retention.bytes());
            written = 0;
        }
        unmeasured.put(environment, written);
    }

    private boolean attempt(Runnable work) {
        try {
            work.run();
            failing = false;
            return true;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("What mocks are asked can't be kept for the moment: {}", reason(failure));
            }
            failing = true;
            return false;
        }
    }

    /// Without the statement, which has as many places as there are rows.
    private static String reason(RuntimeException failure) {
        return Optional.ofNullable(failure.getCause()).orElse(failure).toString();
    }

    @Override
    public void start() {
        running = true;
        if (retention.isOn()) {
            writer = Thread.ofPlatform().daemon().name("traffic-keeper").start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread ending = writer;
        if (ending != null) {
            try {
                ending.join(AT_THE_END);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
