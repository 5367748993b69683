package dev.understudy.hosting.runtime;

import dev.understudy.environment.BranchId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who hears what other servers answer, by branch: they stay whether the mock runs or not. Any thread may call it.
public final class Witnesses {

    private final Map<BranchId, Witness> present = new ConcurrentHashMap<>();

    /// Lets somebody hear of a branch, in place of whoever heard before.
    public void call(BranchId branch, Witness witness) {
        present.put(branch, witness);
    }

    /// Lets nobody hear of a branch any more.
    public void dismiss(BranchId branch) {
        present.remove(branch);
    }

    /// Whoever hears of a branch at this moment.
    Optional<Witness> of(BranchId branch) {
        return Optional.ofNullable(present.get(branch));
    }
}
