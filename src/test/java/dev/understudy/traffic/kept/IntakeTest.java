package dev.understudy.traffic.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BranchId;
import dev.understudy.traffic.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Intake intake = new Intake();
    private final BranchId branch = new BranchId(new UUID(1, 1));

    private static Exchange neverTold() {
        throw new AssertionError("It was put into words where somebody answers.");
    }

    private List<Intake.Asked> all() throws InterruptedException {
        List<Intake.Asked> asked = new ArrayList<>();
        while (!intake.isEmpty()) {
            for (Intake.Item item : intake.next(100, Duration.ofMillis(1))) {
                if (item instanceof Intake.Asked one) {
                    asked.add(one);
                    intake.release(one);
                }
            }
        }
        return asked;
    }

    @Test
    @DisplayName("L131 in a second so many go through, the next second as many again")
    void pace() {
        Pace pace = new Pace(2);
        assertThat(List.of(pace.number(7), pace.number(7), pace.number(7))).containsExactly(1, 2, 0);
        assertThat(pace.take(7)).isFalse();
        assertThat(List.of(pace.number(8), pace.number(8), pace.number(8))).containsExactly(1, 2, 0);
        assertThat(new Pace(1).take(0)).isTrue();
    }

    @Test
    @DisplayName("L129 L131 whatever comes in, what is taken in and what is left out is all of it, and nothing is told")
    void counted() throws InterruptedException {
        Intake.Inlet inlet = intake.of(branch);
        for (int number = 0; number < 5_000; number++) {
            inlet.take(IntakeTest::neverTold, 0);
        }
        List<Intake.Asked> taken = all();
        // the clock may have begun a second meanwhile
        assertThat(taken).hasSizeBetween(Intake.OF_LISTENER, 5 * Intake.OF_LISTENER);
        long before = taken.stream().mapToLong(Intake.Asked::leftOut).sum();
        inlet.lost(3);
        Intake.Asked next = nextTaken(inlet);
        assertThat(taken.size() + before + next.leftOut()).isGreaterThanOrEqualTo(5_003);
    }

    private Intake.Asked nextTaken(Intake.Inlet inlet) throws InterruptedException {
        while (true) {
            inlet.take(IntakeTest::neverTold, 0);
            List<Intake.Asked> taken = all();
            if (!taken.isEmpty()) {
                return taken.getFirst();
            }
            Thread.sleep(10);
        }
    }

    @Test
    @DisplayName("L131 the queue is bounded, in number and in bytes, and what has no room is counted")
    void bounded() throws InterruptedException {
        Intake.Inlet large = intake.of(branch);
        large.take(IntakeTest::neverTold, Intake.QUEUED_BYTES);
        large.take(IntakeTest::neverTold, 1);
        large.take(IntakeTest::neverTold, 0);
        assertThat(all()).extracting(Intake.Asked::leftOut).containsExactly(0L, 1L);
        large.take(IntakeTest::neverTold, 1);
        assertThat(all()).hasSize(1);
        for (int listener = 0; listener < 1_000; listener++) {
            Intake.Inlet inlet = intake.of(new BranchId(new UUID(2, listener)));
            inlet.take(IntakeTest::neverTold, 0);
            inlet.take(IntakeTest::neverTold, 0);
        }
        assertThat(all()).hasSize(Intake.QUEUED);
    }

    @Test
    @DisplayName("L131 who is asked little is kept however much others are asked")
    void fair() throws InterruptedException {
        for (int listener = 0; listener < 4; listener++) {
            Intake.Inlet busy = intake.of(new BranchId(new UUID(3, listener)));
            for (int number = 0; number < Intake.OF_LISTENER; number++) {
                busy.take(IntakeTest::neverTold, 0);
            }
        }
        Intake.Inlet quiet = intake.of(branch);
        quiet.take(IntakeTest::neverTold, 0);
        assertThat(all()).extracting(Intake.Asked::inlet).contains(quiet);
    }

    @Test
    @DisplayName("L135 what is to be forgotten waits in its turn")
    void inTurn() throws InterruptedException {
        intake.of(branch).take(IntakeTest::neverTold, 0);
        intake.forget(branch, Instant.EPOCH);
        assertThat(intake.next(10, Duration.ZERO))
                .hasExactlyElementsOfTypes(Intake.Asked.class, Intake.Forgotten.class);
    }
}
