package dev.understudy.server.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private final AtomicLong workedNanos = new AtomicLong();
    private final Workshop workshop = new Workshop(1, workedNanos::get);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        opened.countDown();
        workshop.close();
    }

    private Job<String> submit(String owner, String name) {
        return workshop.submit(owner, name, 0, meter -> {
            done.add(name);
            return name;
        });
    }

    /// Occupies the only thread until it is opened.
    private Job<String> occupy() {
        CountDownLatch begun = new CountDownLatch(1);
        Job<String> job = workshop.submit("somebody", "The first", 0, meter -> {
            begun.countDown();
            await(opened);
            return "first";
        });
        await(begun);
        return job;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static void assertEnded(WorkEnded.Reason reason, String words, Runnable call) {
        assertThatExceptionOfType(WorkEnded.class).isThrownBy(call::run).satisfies(ended -> {
            assertThat(ended.reason()).isEqualTo(reason);
            assertThat(ended.sentence()).contains(words).endsWith(".");
        });
    }

    @Test
    @DisplayName("O20 work is done on a thread of its own, and what it throws reaches who asked")
    void ownThread() {
        Thread worker = workshop.submit("ana", "The import", 0, meter -> Thread.currentThread())
                .get();
        assertThat(worker).isNotEqualTo(Thread.currentThread());
        assertThat(worker.isVirtual()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.submit("ana", "The import", 0, meter -> {
                            throw new IllegalArgumentException("wrong");
                        })
                        .get());
        assertThatIllegalStateException()
                .isThrownBy(() -> workshop.submit("ana", "The import", 0, meter -> {
                            throw new NoClassDefFoundError("missing");
                        })
                        .get());
        assertThat(submit("ana", "next").get()).isEqualTo("next");
    }

    @Test
    @DisplayName("O21 people take turns: who comes later with one waits for one of each, not for all of another's")
    void turns() {
        occupy();
        List<Job<String>> jobs = new ArrayList<>();
        for (String name : List.of("a1", "a2", "a3")) {
            jobs.add(submit("ana", name));
        }
        Job<String> late = submit("ben", "b1");
        jobs.add(late);
        assertThat(late.ahead()).isEqualTo(2);
        assertThat(jobs.get(2).ahead()).isEqualTo(4);
        opened.countDown();
        jobs.forEach(Job::get);
        assertThat(done).containsExactly("a1", "b1", "a2", "a3");
        assertThat(late.ahead()).isZero();
    }

    @Test
    @DisplayName("O22 of one person so much waits, and no more, while there is room for others")
    void shareOfOne() {
        occupy();
        for (int count = 0; count < Workshop.MAX_WAITING_OF_ONE; count++) {
            submit("ana", "a" + count);
        }
        assertEnded(WorkEnded.Reason.SHARE_FULL, "Try again", () -> submit("ana", "one more"));
        submit("ben", "b");
    }

    @Test
    @DisplayName("O22 the queue has an end, by number and by what it holds in memory")
    void fullQueue() {
        occupy();
        Job<String> large = workshop.submit("ana", "large", Workshop.MAX_WAITING_BYTES, meter -> "");
        assertEnded(WorkEnded.Reason.QUEUE_FULL, "Try again", () -> workshop.submit("ben", "small", 1, meter -> ""));
        large.giveUp();
        for (int count = 0; count < Workshop.MAX_WAITING; count++) {
            submit("p" + count / Workshop.MAX_WAITING_OF_ONE, "w");
        }
        assertEnded(WorkEnded.Reason.QUEUE_FULL, "Try again", () -> submit("zoe", "one more"));
    }

    @Test
    @DisplayName("O23 work ends when it took its time, which starts when it is begun")
    void budget() {
        workedNanos.set(Workshop.BUDGET.multipliedBy(2).toNanos());
        assertThat(submit("ana", "quick").get()).isEqualTo("quick");
        assertEnded(
                WorkEnded.Reason.TIME_OVER,
                "The import took more than 10 seconds",
                () -> workshop.submit("ana", "The import", 0, meter -> {
                            while (true) {
                                workedNanos.addAndGet(1_000_000);
                                meter.spend(Meter.STEPS_BETWEEN_LOOKS);
                            }
                        })
                        .get());
    }

    @Test
    @DisplayName("O24 what was given up leaves the queue, or ends while it is done")
    void givenUp() {
        occupy();
        Job<String> waiting = submit("ana", "never");
        waiting.giveUp();
        assertEnded(WorkEnded.Reason.GIVEN_UP, "given up", waiting::get);
        CountDownLatch begun = new CountDownLatch(1);
        Job<String> endless = workshop.submit("ana", "The import", 0, meter -> {
            begun.countDown();
            while (true) {
                meter.spend(1);
            }
        });
        opened.countDown();
        await(begun);
        endless.giveUp();
        assertEnded(WorkEnded.Reason.GIVEN_UP, "given up", endless::get);
        assertThat(done).isEmpty();
    }

    @Test
    @DisplayName("O24 when the server stops, nobody waits on")
    void closed() {
        occupy();
        Job<String> waiting = submit("ana", "never");
        workshop.close();
        assertEnded(WorkEnded.Reason.QUEUE_FULL, "Try again", waiting::get);
        assertEnded(WorkEnded.Reason.QUEUE_FULL, "Try again", () -> submit("ana", "later"));
    }
}
