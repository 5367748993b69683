package dev.understudy.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.environment.BranchId;
import dev.understudy.environment.NodeId;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private final Place room = new Place.Room(new BranchId(UUID.randomUUID()));
    private final TeamId team = new TeamId(UUID.randomUUID());
    private final UserId user = new UserId(UUID.randomUUID());
    private final NodeId node = new NodeId(UUID.randomUUID().toString());
    private final List<Samples.Sample> published = new CopyOnWriteArrayList<>();
    private final Samples samples = new Samples((_, sample) -> published.add(sample));

    @Test
    @DisplayName("R30 carets that move fast are told some ten times a second, in the end where they are")
    void sampled() {
        long start = System.nanoTime();
        for (int head = 1; head <= 20_000; head++) {
            samples.add(caret("one", head), true, true);
            samples.add(caret("other", head), true, true);
        }
        await().until(() -> heads(published.getLast()).equals(List.of(20_000, 20_000)));
        long pauses = (System.nanoTime() - start) / Samples.PAUSE.toNanos();
        assertThat(published).hasSizeLessThanOrEqualTo((int) pauses + 1);
        assertThat(published).allMatch(sample -> sample.heard().size() <= 2);
    }

    @Test
    @DisplayName("R30 a room that was still is told of at once, and again of what comes later")
    void afterSilence() {
        samples.add(caret("one", 1), true, true);
        await().until(() -> published.size() == 1);
        await().pollDelay(Samples.PAUSE.multipliedBy(2)).until(() -> true);
        samples.add(caret("one", 2), true, true);
        await().until(() -> published.size() == 2);
        assertThat(heads(published.getLast())).containsExactly(2);
    }

    @Test
    @DisplayName("R30 what others told is not told on, and a sign of life is no change")
    void whatIsTold() {
        samples.add(caret("one", 1), false, false);
        samples.add(caret("one", 1), true, false);
        await().until(() -> published.size() == 1);
        assertThat(published.getFirst().changed()).isFalse();
        samples.add(caret("other", 1), false, true);
        await().until(() -> published.size() == 2);
        assertThat(published.getLast()).isEqualTo(new Samples.Sample(List.of(), true));
    }

    private static List<Integer> heads(Samples.Sample sample) {
        return sample.heard().stream()
                .map(sighting -> sighting.focus().selection().orElseThrow().head())
                .toList();
    }

    private Sighting caret(String client, int head) {
        Focus focus = new Focus(Optional.of(node), Optional.of("body"), Optional.of(new Selection(head, head)));
        return new Sighting("here", room, team, user, client, "Ana", Instant.EPOCH, focus, true);
    }
}
