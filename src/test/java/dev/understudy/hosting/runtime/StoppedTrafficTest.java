package dev.understudy.hosting.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.traffic.BodyExcerpt;
import dev.understudy.traffic.CallbackReport;
import dev.understudy.traffic.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoppedTrafficTest {

    private final MemoryBudget memory = MemoryBudget.of(200_000, "full");
    private final StoppedTraffic stopped = new StoppedTraffic(memory);

    private static BranchId branch(int number) {
        return new BranchId(new UUID(0, number));
    }

    private static Traffic traffic(int bytes) {
        Traffic traffic = new Traffic(MemoryBudget.of(Long.MAX_VALUE, "full"));
        traffic.add(new CallbackReport(
                Instant.EPOCH,
                "",
                "GET",
                "http://x",
                List.of(),
                BodyExcerpt.of(new byte[bytes]),
                200,
                List.of(),
                BodyExcerpt.EMPTY,
                ""));
        return traffic;
    }

    @Test
    @DisplayName("L136 it is kept until the mock runs again, and its memory is given back then")
    void until() {
        Traffic traffic = traffic(30_000);
        stopped.keep(branch(1), traffic);
        stopped.keep(branch(1), traffic);
        assertThat(stopped.find(branch(1))).contains(traffic);
        assertThat(memory.taken()).isBetween(30_000L, 40_000L);
        stopped.forget(branch(1));
        assertThat(stopped.find(branch(1))).isEmpty();
        assertThat(memory.taken()).isZero();
    }

    @Test
    @DisplayName("L136 what stopped first goes where there is no room; what has no room at all is not kept")
    void bounded() {
        for (int number = 0; number < 20; number++) {
            stopped.keep(branch(number), traffic(BodyExcerpt.MAX_BYTES));
        }
        assertThat(stopped.find(branch(0))).isEmpty();
        assertThat(stopped.find(branch(19))).isPresent();
        assertThat(memory.taken()).isBetween(100_000L, 200_000L);
        for (int number = 0; number < 2 * StoppedTraffic.MAX_KEPT; number++) {
            stopped.keep(branch(100 + number), new Traffic(memory));
        }
        assertThat(stopped.find(branch(100 + StoppedTraffic.MAX_KEPT - 1))).isEmpty();
        assertThat(stopped.find(branch(100 + StoppedTraffic.MAX_KEPT))).isPresent();
        StoppedTraffic none = new StoppedTraffic(MemoryBudget.of(10, "full"));
        none.keep(branch(1), traffic(100));
        assertThat(none.find(branch(1))).isEmpty();
    }
}
