package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageQueueTest {

    /// A page that nobody is in: whoever comes with something does it there and then, as in Vaadin.
    private static class FreePage extends UI {

        private static final long serialVersionUID = 1;
        final AtomicInteger visits = new AtomicInteger();
        final transient CountDownLatch open = new CountDownLatch(1);

        @Override
        public Future<Void> access(Command command) {
            try {
                assertThat(open.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interruption) {
                throw new IllegalStateException(interruption);
            }
            visits.incrementAndGet();
            command.execute();
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    @DisplayName("U130 what is posted to a page is done by a thread of the page, in order, all that waits in one visit")
    void ownThread() throws Exception {
        FreePage page = new FreePage();
        List<Integer> done = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch last = new CountDownLatch(1);
        for (int at = 0; at < 1_000; at++) {
            int number = at;
            PageQueue.post(page, () -> {
                done.add(number);
                threads.add(Thread.currentThread());
            });
        }
        PageQueue.post(page, last::countDown);

        page.open.countDown();

        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        assertThat(threads).doesNotContain(Thread.currentThread());
        assertThat(page.visits).hasValue(1);
    }

    @Test
    @DisplayName("U130 what is posted while a page is visited is done, too")
    void postedMeanwhile() throws Exception {
        FreePage page = new FreePage();
        page.open.countDown();
        CountDownLatch done = new CountDownLatch(100);
        PageQueue.post(page, () -> again(page, done));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void again(UI page, CountDownLatch done) {
        done.countDown();
        if (done.getCount() > 0) {
            PageQueue.post(page, () -> again(page, done));
        }
    }

    @Test
    @DisplayName("U130 what is posted to a page that is gone is dropped, and whoever posts notices nothing")
    void gone() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        UI page = new UI() {
            private static final long serialVersionUID = 1;

            @Override
            public Future<Void> access(Command command) {
                asked.countDown();
                throw new UIDetachedException();
            }
        };
        while (asked.getCount() > 0) {
            PageQueue.post(page, () -> {
                throw new AssertionError();
            });
            Thread.onSpinWait();
        }
        assertThat(asked.await(0, TimeUnit.SECONDS)).isTrue();
    }
}
