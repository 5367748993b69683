package dev.understudy.hosting.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.collab.Snapshot;
import dev.understudy.environment.BranchId;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.team.TeamId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoppedMocksTest {

    private static final long ENOUGH = 100_000_000;

    private final Environment broken = Environment.of(Node.root(NodeId.random(new SplittableRandom(1)))
            .with(Schema.ENVIRONMENT_PROXY, true)
            .with(Schema.ENVIRONMENT_PROXY_HOST, "nowhere"));
    private final BranchId id = new BranchId(new UUID(1, 1));
    private final StoppedMocks mocks = new StoppedMocks();

    private static MockMemory.Share share(long bytes) {
        return new MockMemory(bytes).ofTeam(new TeamId(new UUID(2, 2)));
    }

    @Test
    @DisplayName("L126 a revision is compiled once for what is wrong with it, the next one anew")
    void once() {
        MockMemory.Share share = share(ENOUGH);
        List<Problem> first = mocks.problems(id, new Snapshot(1, broken), share);
        assertThat(first).extracting(Problem::field).containsExactly(Schema.ENVIRONMENT_PROXY_HOST.key());
        assertThat(mocks.problems(id, new Snapshot(1, broken), share)).isSameAs(first);
        Environment mended = broken.with(broken.root().with(Schema.ENVIRONMENT_PROXY, false));
        assertThat(mocks.problems(id, new Snapshot(2, mended), share)).isEmpty();
        assertThat(mocks.problems(new BranchId(new UUID(1, 2)), new Snapshot(1, mended), share))
                .isEmpty();
        assertThat(share.budget().taken()).isZero();
    }

    @Test
    @DisplayName("L126 that there was no memory is found out anew each time")
    void noMemory() {
        assertThat(mocks.problems(id, new Snapshot(1, broken), share(100)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no memory left"));
        assertThat(mocks.problems(id, new Snapshot(1, broken), share(ENOUGH)))
                .extracting(Problem::field)
                .containsExactly(Schema.ENVIRONMENT_PROXY_HOST.key());
    }

    @Test
    @DisplayName("L126 those that were asked for last are remembered")
    void few() {
        MockMemory.Share share = share(ENOUGH);
        List<Problem> first = mocks.problems(id, new Snapshot(1, broken), share);
        for (int other = 0; other < StoppedMocks.MAX_KEPT; other++) {
            mocks.problems(new BranchId(new UUID(3, other)), new Snapshot(1, broken), share);
        }
        assertThat(mocks.problems(id, new Snapshot(1, broken), share))
                .isNotSameAs(first)
                .isEqualTo(first);
    }
}
