package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class OutboxTest {

    private static final SubmitResult DONE = new SubmitResult.Done(1, List.of());

    private final AtomicInteger unsaved = new AtomicInteger();
    private final List<Integer> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<Optional<String>> troubles = Collections.synchronizedList(new ArrayList<>());
    private final List<SubmitResult> answers = Collections.synchronizedList(new ArrayList<>());
    private final Outbox outbox = new Outbox(unsaved, pauses::add, troubles::add);

    @Test
    @DisplayName("U133 whoever changes something does not wait; what waits goes out one after the other, in order")
    void inOrder() {
        CountDownLatch slow = new CountDownLatch(1);
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger atOnce = new AtomicInteger();
        for (int at = 0; at < 50; at++) {
            int number = at;
            outbox.add(
                    () -> {
                        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
                        hold(slow);
                        made.add(number);
                        atOnce.decrementAndGet();
                        return DONE;
                    },
                    answers::add);
        }
        assertThat(answers).isEmpty();
        assertThat(unsaved).hasValue(50);
        slow.countDown();
        settle();
        assertThat(made).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(answers).hasSize(50).containsOnly(DONE);
    }

    @Test
    @DisplayName(
            "U134 what can't be saved for lack of the database is kept, tried again and said, and nothing passes it")
    void keptAndTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        outbox.add(
                () -> {
                    if (tries.incrementAndGet() < 20) {
                        throw new QueryTimeoutException("The database stands still.");
                    }
                    order.add("first");
                    return DONE;
                },
                answers::add);
        outbox.add(
                () -> {
                    order.add("second");
                    return DONE;
                },
                answers::add);
        settle();
        assertThat(order).containsExactly("first", "second");
        assertThat(pauses).startsWith(1, 2, 3).hasSize(19);
        assertThat(troubles.getFirst())
                .hasValueSatisfying(words -> assertThat(words).contains("keeps trying"));
        assertThat(troubles.getLast()).isEmpty();
    }

    @Test
    @DisplayName("U134 a change that the server fails over is given back after some tries, and holds up no other")
    void mistakes() {
        AtomicInteger tries = new AtomicInteger();
        outbox.add(
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("A mistake of ours.");
                },
                answers::add);
        outbox.add(
                () -> {
                    throw new AssertionError("Not even an exception.");
                },
                answers::add);
        outbox.add(() -> DONE, answers::add);
        settle();
        assertThat(tries).hasValue(Outbox.MAX_FAILURES);
        assertThat(troubles.getLast()).as("what was said of it is taken back").isEmpty();
        assertThat(answers)
                .containsExactly(
                        new SubmitResult.Refused(Outbox.MISTAKE), new SubmitResult.Refused(Outbox.MISTAKE), DONE);
    }

    @Test
    @DisplayName("U134 a page may have 1,000 changes waiting; one more is refused in words, and those that wait stay")
    void bounded() {
        CountDownLatch slow = new CountDownLatch(1);
        outbox.add(
                () -> {
                    hold(slow);
                    return DONE;
                },
                answers::add);
        await().until(() -> outbox.waiting() == 0);
        IntStream.range(0, Outbox.MAX_WAITING).forEach(_ -> outbox.add(() -> DONE, answers::add));
        outbox.add(() -> DONE, answers::add);
        assertThat(answers).containsExactly(new SubmitResult.Refused(Outbox.TOO_MANY));
        slow.countDown();
        settle();
        assertThat(answers).hasSize(Outbox.MAX_WAITING + 2);
    }

    private void settle() {
        await().until(() -> unsaved.get() == 0);
    }

    private static void hold(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
