package dev.understudy.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LatestLookTest {

    /// Notes each visit when it is over.
    private static class VisitedPage extends UI {

        private static final long serialVersionUID = 1;
        final transient BlockingQueue<Boolean> visits = new LinkedBlockingQueue<>();

        @Override
        public Future<Void> access(Command command) {
            command.execute();
            visits.add(true);
            return CompletableFuture.completedFuture(null);
        }

        void awaitVisit() throws InterruptedException {
            assertThat(visits.poll(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private final VisitedPage page = new VisitedPage();
    private final LatestLook look = new LatestLook();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void onThePage() {
        UI.setCurrent(page);
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    @DisplayName("U138 what an earlier look finds later is not shown")
    void overtaken() throws InterruptedException {
        look.fetch(this::slowly, shown::add);
        look.fetch(() -> "later", shown::add);
        page.awaitVisit();
        slow.countDown();
        page.awaitVisit();
        assertThat(shown).containsExactly("later");
    }

    @Test
    @DisplayName("U138 what is dropped is not shown")
    void dropped() throws InterruptedException {
        look.fetch(this::slowly, shown::add);
        look.drop();
        slow.countDown();
        page.awaitVisit();
        assertThat(shown).isEmpty();
    }

    private String slowly() {
        try {
            assertThat(slow.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
        return "earlier";
    }
}
