package dev.understudy.hosting.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeavyThreadsTest {

    @Test
    @DisplayName("L47 whatever one piece of work throws, its thread does the next one")
    void failures() throws Exception {
        try (HeavyThreads threads = new HeavyThreads(1)) {
            HeavyShare share = threads.share();
            CountDownLatch done = new CountDownLatch(1);
            assertThat(share.submit(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isTrue();
            assertThat(share.submit(() -> {
                        throw new OutOfMemoryError("none left");
                    }))
                    .isTrue();
            assertThat(share.submit(() -> {
                        throw new AssertionError("never");
                    }))
                    .isTrue();
            assertThat(share.submit(() -> {
                        throw new RejectedExecutionException("ended");
                    }))
                    .isTrue();
            assertThat(share.submit(done::countDown)).isTrue();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
