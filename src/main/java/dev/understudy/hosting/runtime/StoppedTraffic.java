package dev.understudy.hosting.runtime;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.traffic.Traffic;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What mocks were asked that do not run any more, until they run again: of those that stopped last, as many as there
/// is room for. Any thread may call it.
public final class StoppedTraffic {

    /// So many branches are remembered.
    static final int MAX_KEPT = 200;

    private record Kept(Traffic traffic, long bytes) {}

    private final MemoryBudget memory;
    private final Map<BranchId, Kept> kept = new LinkedHashMap<>();

    /// @param memory what all of it may hold
    public StoppedTraffic(MemoryBudget memory) {
        this.memory = memory;
    }

    /// Keeps what a mock was asked that has ended. Those go for it that stopped first.
    public void keep(BranchId branch, Traffic traffic) {
        // nothing of the mock is held on to
        traffic.settle();
        long bytes = traffic.bytes();
        synchronized (this) {
            forget(branch);
            if (bytes > memory.limit()) {
                return;
            }
            while (kept.size() >= MAX_KEPT || !memory.take(bytes)) {
                Iterator<BranchId> eldest = kept.keySet().iterator();
                if (!eldest.hasNext()) {
                    return;
                }
                forget(eldest.next());
            }
            kept.put(branch, new Kept(traffic, bytes));
        }
    }

    public synchronized Optional<Traffic> find(BranchId branch) {
        return Optional.ofNullable(kept.get(branch)).map(Kept::traffic);
    }

    /// To be called when the mock runs again, wherever, or is gone.
    public synchronized void forget(BranchId branch) {
        Kept gone = kept.remove(branch);
        if (gone != null) {
            memory.giveBack(gone.bytes());
        }
    }
}
