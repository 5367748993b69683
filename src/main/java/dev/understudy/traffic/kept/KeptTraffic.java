package dev.understudy.traffic.kept;

import dev.understudy.environment.BranchId;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Exchange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What is kept in the database of what listeners were asked, for who may see it. Waits for the database. Any thread
/// may
/// call it.
@Component
public final class KeptTraffic {

    /// Exchanges that are looked through for one page.
    public static final int LOOKED_THROUGH = 5_000;

    private static final int AT_ONCE = 500;

    private final KeptStore store;
    private final Retention retention;
    private final Clock clock;

    public KeptTraffic(DSLContext sql, Retention retention, Clock clock) {
        this(new KeptStore(sql), retention, clock);
    }

    @Autowired
    KeptTraffic(KeptStore store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    /// Whether the operator has anything kept.
    public boolean isOn() {
        return retention.isOn();
    }

    /// What was answered before an exchange, as far as it is found among so many.
    ///
    /// @param before its id, or that of a moment, see [dev.understudy.traffic.ExchangeIds]
    /// @param most exchanges of the page
    public KeptPage before(Access access, Predicate<Brief> wanted, UUID before, int most) {
        BranchId branch = access.require(Action.VIEW).branch().id();
        if (!isOn()) {
            return KeptPage.NOTHING;
        }
        Instant since = clock.instant().minus(retention.age());
        List<UUID> found = new ArrayList<>();
        long leftOut = 0;
        UUID place = before;
        for (int looked = 0; looked < LOOKED_THROUGH; looked += AT_ONCE) {
            List<KeptStore.Row> rows = store.before(branch, place, since, AT_ONCE);
            for (KeptStore.Row row : rows) {
                place = row.brief().id();
                leftOut += row.leftOut();
                if (wanted.test(row.brief())) {
                    found.add(place);
                }
                if (found.size() == most) {
                    return new KeptPage(store.read(branch, found), leftOut, Optional.of(place));
                }
            }
            if (rows.size() < AT_ONCE) {
                return new KeptPage(store.read(branch, found), leftOut, Optional.empty());
            }
        }
        return new KeptPage(store.read(branch, found), leftOut, Optional.of(place));
    }

    /// One exchange.
    public Optional<Exchange> find(Access access, UUID id) {
        BranchId branch = access.require(Action.VIEW).branch().id();
        return isOn() ? store.read(branch, List.of(id)).stream().findFirst() : Optional.empty();
    }

    /// Forgets what a listener was asked until now.
    ///
    /// @throws dev.understudy.team.Forbidden if the actor may not edit
    public void clear(Access access) {
        store.forget(access.require(Action.EDIT).branch().id(), clock.instant());
    }
}
