package dev.understudy.hosting.runtime;

import dev.understudy.collab.Snapshot;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.Problem;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wrong with documents whose mocks do not run here. A revision is compiled for it once, as long as it is among
/// those that were asked for last. Any thread may call it.
public final class StoppedMocks {

    /// So many branches are remembered.
    static final int MAX_KEPT = 200;

    private record Judged(long revision, List<Problem> problems) {}

    private final Map<BranchId, Judged> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BranchId, Judged> eldest) {
            return size() > MAX_KEPT;
        }
    };

    /// What is wrong with this state of it.
    ///
    /// @param share what the team of the environment may hold: compiling takes some of it meanwhile
    public List<Problem> problems(BranchId branch, Snapshot snapshot, MockMemory.Share share) {
        return find(branch, snapshot.revision()).orElseGet(() -> {
            share.building().lock();
            try {
                // whoever had the lock may just have found out
                return find(branch, snapshot.revision()).orElseGet(() -> judge(branch, snapshot, share));
            } finally {
                share.building().unlock();
            }
        });
    }

    /// That there was no memory is not kept: the next time there may be some.
    private List<Problem> judge(BranchId branch, Snapshot snapshot, MockMemory.Share share) {
        try (MemoryBudget memory = share.budget().part(Long.MAX_VALUE)) {
            if (!memory.take(MockSize.of(snapshot.environment()).bytes())) {
                return List.of(RecompilingMock.noMemory(snapshot.environment(), memory.refusal()));
            }
            List<Problem> problems =
                    MockCompiler.compile(snapshot.environment()).problems();
            keep(branch, new Judged(snapshot.revision(), problems));
            return problems;
        }
    }

    private synchronized Optional<List<Problem>> find(BranchId branch, long revision) {
        return Optional.ofNullable(kept.get(branch))
                .filter(judged -> judged.revision() == revision)
                .map(Judged::problems);
    }

    private synchronized void keep(BranchId branch, Judged judged) {
        kept.put(branch, judged);
    }
}
