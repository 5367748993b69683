package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class CoalescedTest {

    @Test
    @DisplayName("U20 requests during a load are answered by one more, and none gets lost")
    void requestsDuringALoad() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        BlockingQueue<Integer> shown = new LinkedBlockingQueue<>();
        Coalesced<Integer> coalesced = new Coalesced<>(
                () -> {
                    int load = loads.incrementAndGet();
                    if (load == 1) {
                        loading.countDown();
                        await(mayGoOn);
                    }
                    return load;
                },
                shown::add,
                Runnable::run,
                Duration.ofMillis(20));
        coalesced.request();
        await(loading);
        for (int i = 0; i < 100; i++) {
            coalesced.request();
        }
        mayGoOn.countDown();
        assertThat(shown.poll(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(shown.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(shown.poll(200, TimeUnit.MILLISECONDS)).isNull();
        coalesced.request();
        assertThat(shown.poll(5, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    @DisplayName("U138 what can't be loaded for want of the database is loaded again, and nothing else is shown")
    void withoutTheDatabase() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        BlockingQueue<Integer> shown = new LinkedBlockingQueue<>();
        Coalesced<Integer> coalesced = new Coalesced<>(
                () -> {
                    if (loads.incrementAndGet() == 1) {
                        throw new CannotGetJdbcConnectionException("none is left");
                    }
                    return loads.get();
                },
                shown::add,
                Runnable::run,
                Duration.ZERO);
        coalesced.request();
        assertThat(shown.poll(5, TimeUnit.SECONDS)).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
